// Written by `npm run api` from the Gateway's OpenAPI document; edits are lost.

export interface paths {
  '/api/v1/home': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Everything the front page shows, in one call. Parts that failed are named in missing. */
    get: operations['OpenHome']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/movies': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lists films, a page at a time, with filters, search and order. */
    get: operations['ListMovies']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/movies/random': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One film by chance among those that pass the filters; a different one each time. */
    get: operations['GetRandomMovie']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/movies/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One film with its places to watch; 404 when unknown or hidden, 410 after a take-down. */
    get: operations['GetMovie']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/movies/{id}/similar': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Films like this one, each with the reason. */
    get: operations['ListSimilar']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/facets': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What the filters offer, with counts; each list ignores its own filter and obeys all others. */
    get: operations['GetFacets']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/suggestions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Films offered while the visitor types. */
    get: operations['ListSuggestions']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/feed.atom': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The newest films that pass the filters, as Atom. */
    get: operations['ShowAtomFeed']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/feed.json': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The newest films that pass the filters, as JSON Feed. */
    get: operations['ShowJsonFeed']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/health': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** How the three services are. Always 200; read status. */
    get: operations['SumUpHealth']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/images/movies/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** A film's picture from our own origin, or a poster drawn from its title when there is none. */
    get: operations['ShowPoster']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/movies/{id}/plays': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Counts that a visitor has started a film; once an hour for each. Takes no body and keeps nothing of the
     *                 visitor.
     */
    post: operations['CountPlay']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/movies/{id}/problems': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Takes a visitor's word that an upload of a film does not play, is gone, is of another film, or looks poor.
     *                 It schedules a check and changes nothing by itself.
     */
    post: operations['ReportProblem']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    /** @description Who uploaded a video; hosts ask for this credit. */
    Author: {
      name: string
      url?: string
    }
    /**
     * @description What the last checks found out about an upload.
     * @enum {string}
     */
    Availability: 'unknown' | 'ok' | 'suspect' | 'gone' | 'geo' | 'private'
    /** @enum {string} */
    CorrectionKind: 'layout' | 'translit' | 'typo' | 'inflection'
    /** @description The film's ids in public registries. */
    ExternalIds: {
      imdb?: string
      kinopoisk?: string
      tmdb?: string
      wikidata?: string
    }
    FacetCount: {
      name: string
      /** Format: int32 */
      count: number
    }
    /** @description Lowest and highest known value; absent when no film has one. */
    FacetRange: {
      /** Format: double */
      min?: number
      /** Format: double */
      max?: number
    }
    /** @description What the filters offer: each list obeys all filters but its own. */
    Facets: {
      genres: components['schemas']['FacetCount'][]
      countries: components['schemas']['FacetCount'][]
      /** @description Named by their first year: 1930, 1940… */
      decades: components['schemas']['FacetCount'][]
      sources: components['schemas']['FacetCount'][]
      ageRatings: components['schemas']['FacetCount'][]
      years: components['schemas']['FacetRange']
      ratings: components['schemas']['FacetRange']
    }
    /**
     * @description Degraded still serves; unhealthy would fail requests.
     * @enum {string}
     */
    HealthState: 'unhealthy' | 'degraded' | 'healthy'
    /** @description The rows of the front page. */
    HomePage: {
      /** @description In the order to show; a row without films is left out. */
      sections: components['schemas']['HomeSection'][]
      /**
       * @description Keys of the rows that could not be had in time; "facets" stands for all that hang on genres,
       *                 decades and sources.
       */
      missing: string[]
    }
    /** @description One row. */
    HomeSection: {
      /** @description Stable name: new, popular, shorts, genre:комедия, decade:1930, source:archive. */
      key: string
      /** @description Heading in Russian. */
      title: string
      /** @description The same list in the catalogue, as a query: "sort=new". */
      query: string
      items: components['schemas']['MovieSummary'][]
    }
    /** @description Everything a film's page shows. */
    MovieDetails: {
      /** Format: int32 */
      id: number
      /** @description The title in Latin letters for the film's address; decoration only, the id decides. */
      slug: string
      title: string
      /** @description The title in the film's own language, where it differs. */
      originalTitle?: string
      /**
       * Format: int32
       * @description Year of release, never of upload; 1888 to next year.
       */
      year?: number
      /** @description The picture at its host. The site shows it through the Gateway's /images/movies/{id}. */
      imageUrl?: string
      thumbnailUrl?: string
      /**
       * Format: int64
       * @description Views at the hosts, added up over the film's videos.
       */
      views: number
      /**
       * Format: date-time
       * @description When the film first entered the catalogue, UTC.
       */
      addedAt: string
      /** Format: int32 */
      durationSeconds?: number
      genres: string[]
      /**
       * Format: double
       * @description Score from 0 to 10.
       */
      rating?: number
      /**
       * Format: int32
       * @description Russian age mark: 0, 6, 12, 16 or 18.
       */
      ageRating?: number
      /** @description Dominant colour of the picture as #rrggbb, shown until it loads. */
      imageColor?: string
      /** @description Whether some video of the film plays. */
      isAvailable: boolean
      /** @description Names of the sources that hold the film, in alphabetical order. */
      sources: string[]
      /** @description The page of the film's best video at its host; absent while an editor's film has none. */
      sourceUrl?: string
      description?: string
      countries: string[]
      directors: string[]
      externalIds: components['schemas']['ExternalIds']
      /** @description False when an editor has hidden the film. */
      isActive: boolean
      /**
       * @description Names of the fields that an editor has set and no scrape changes; only in answers that include hidden
       *                 films.
       */
      lockedFields?: string[]
      /** @description The places to watch the film, best first. */
      videos: components['schemas']['MovieVideo'][]
    }
    /** @description What lists show of a film. An unknown value is absent. */
    MovieSummary: {
      /** Format: int32 */
      id: number
      /** @description The title in Latin letters for the film's address; decoration only, the id decides. */
      slug: string
      title: string
      /** @description The title in the film's own language, where it differs. */
      originalTitle?: string
      /**
       * Format: int32
       * @description Year of release, never of upload; 1888 to next year.
       */
      year?: number
      /** @description The picture at its host. The site shows it through the Gateway's /images/movies/{id}. */
      imageUrl?: string
      thumbnailUrl?: string
      /**
       * Format: int64
       * @description Views at the hosts, added up over the film's videos.
       */
      views: number
      /**
       * Format: date-time
       * @description When the film first entered the catalogue, UTC.
       */
      addedAt: string
      /** Format: int32 */
      durationSeconds?: number
      genres: string[]
      /**
       * Format: double
       * @description Score from 0 to 10.
       */
      rating?: number
      /**
       * Format: int32
       * @description Russian age mark: 0, 6, 12, 16 or 18.
       */
      ageRating?: number
      /** @description Dominant colour of the picture as #rrggbb, shown until it loads. */
      imageColor?: string
      /** @description Whether some video of the film plays. */
      isAvailable: boolean
      /** @description Names of the sources that hold the film, in alphabetical order. */
      sources: string[]
    }
    /** @description One upload of a film at one host. */
    MovieVideo: {
      /** Format: int32 */
      id: number
      /** @description Name of the source: rutube, archive… */
      source: string
      /** @description The upload's page at its host. */
      sourceUrl: string
      /** @description Address of the host's official player, for an iframe. */
      embedUrl?: string
      /** @description An HLS or MP4 file that the source itself offers. */
      streamUrl?: string
      /** Format: int32 */
      durationSeconds?: number
      /** Format: int64 */
      views: number
      quality?: string
      language?: string
      author?: components['schemas']['Author']
      availability: components['schemas']['Availability']
      /**
       * Format: date-time
       * @description When a check last looked at the upload, UTC.
       */
      checkedAt?: string
      /**
       * Format: date-time
       * @description When the host published the upload, UTC. Says nothing of the film's year.
       */
      publishedAt?: string
    }
    /** @description One page of a longer list. */
    PageOfMovieSummary: {
      /** @description The items of this page, in the order asked for; empty past the end. */
      items: components['schemas']['MovieSummary'][]
      /**
       * Format: int32
       * @description How many items there are on all pages.
       */
      total: number
      /**
       * Format: int32
       * @description Number of this page, from 1.
       */
      page: number
      /**
       * Format: int32
       * @description Items per page, 1 to 100.
       */
      pageSize: number
      /** @description Names the next page whatever is written meanwhile; absent on the last page. */
      nextCursor?: string
      correction?: components['schemas']['SearchCorrection']
    }
    /** @description One service as the public may see it: what its checks found, without the operators' details. */
    PartHealth: {
      status: components['schemas']['HealthState']
      /** @description Why there are no checks: the service does not answer. */
      detail?: string
      checks: {
        [key: string]: components['schemas']['HealthState']
      }
    }
    /** @description An error (RFC 9457). */
    Problem: {
      /** @description Always about:blank: the status says what kind of error it is. */
      type: string
      title: string
      /** Format: int32 */
      status: number
      /** @description What failed and what to do. */
      detail: string
      /** @description To quote when asking for help. */
      traceId: string
      /** @description Bad parameters and what is wrong with each. */
      errors?: {
        [key: string]: string[]
      }
    }
    /** @enum {string} */
    ProblemReason: 'notPlaying' | 'removed' | 'wrongFilm' | 'badQuality' | 'other'
    /**
     * @description Says that films are shown for another text than the one typed. The same text in double quotes is searched
     *                 literally.
     */
    SearchCorrection: {
      /** @description The text as understood. */
      query: string
      kind: components['schemas']['CorrectionKind']
      /**
       * Format: int32
       * @description How many films the text finds as typed.
       */
      literalTotal: number
    }
    /** @description A film like another one. */
    SimilarMovie: {
      /** Format: int32 */
      id: number
      /** @description The title in Latin letters for the film's address; decoration only, the id decides. */
      slug: string
      title: string
      /** @description The title in the film's own language, where it differs. */
      originalTitle?: string
      /**
       * Format: int32
       * @description Year of release, never of upload; 1888 to next year.
       */
      year?: number
      /** @description The picture at its host. The site shows it through the Gateway's /images/movies/{id}. */
      imageUrl?: string
      thumbnailUrl?: string
      /**
       * Format: int64
       * @description Views at the hosts, added up over the film's videos.
       */
      views: number
      /**
       * Format: date-time
       * @description When the film first entered the catalogue, UTC.
       */
      addedAt: string
      /** Format: int32 */
      durationSeconds?: number
      genres: string[]
      /**
       * Format: double
       * @description Score from 0 to 10.
       */
      rating?: number
      /**
       * Format: int32
       * @description Russian age mark: 0, 6, 12, 16 or 18.
       */
      ageRating?: number
      /** @description Dominant colour of the picture as #rrggbb, shown until it loads. */
      imageColor?: string
      /** @description Whether some video of the film plays. */
      isAvailable: boolean
      /** @description Names of the sources that hold the film, in alphabetical order. */
      sources: string[]
      reason: components['schemas']['SimilarReason']
    }
    /**
     * @description What two films have in common; the strongest tie is named.
     * @enum {string}
     */
    SimilarReason: 'sameDirector' | 'sameGenres'
    /** @description A film offered while the visitor types. */
    Suggestion: {
      /** Format: int32 */
      id: number
      title: string
      /** Format: int32 */
      year?: number
      thumbnailUrl?: string
      /** @description The title that matched: the shown, the original or another one. */
      matched: string
    }
    /** @description How the three services are, in one answer. */
    TrioHealth: {
      status: components['schemas']['HealthState']
      /**
       * Format: date-time
       * @description When they were asked, UTC.
       */
      timestamp: string
      /** @description By name: gateway, metadata, scraper. */
      services: {
        [key: string]: components['schemas']['PartHealth']
      }
    }
    /** @description What a visitor finds wrong with an upload. */
    VisitorProblem: {
      /**
       * Format: int32
       * @description The upload: an id among the film's videos.
       */
      videoId: number
      reason: components['schemas']['ProblemReason']
    }
  }
  responses: never
  parameters: never
  requestBodies: never
  headers: never
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  OpenHome: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['HomePage']
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Gateway Timeout */
      504: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  ListMovies: {
    parameters: {
      query?: {
        /** @description Words of a title or a name; the last may be unfinished. Misspelt, in the other layout or script they are understood and the answer says so; in double quotes they are taken as they are. */
        q?: string
        /** @description Genre in Russian, lower case; several mean any of them. */
        genre?: string[]
        /** @description Genre to leave out; several leave out each. */
        notGenre?: string[]
        /** @description Country in Russian. */
        country?: string
        /** @description Earliest year of release; leaves out films of unknown year. */
        yearFrom?: number
        /** @description Latest year of release; leaves out films of unknown year. */
        yearTo?: number
        /** @description Lowest rating; leaves out films without one. */
        ratingFrom?: number
        /** @description Shortest length, minutes. */
        durationFrom?: number
        /** @description Greatest length, minutes. */
        durationTo?: number
        /** @description Highest age mark. */
        ageTo?: 0 | 6 | 12 | 16 | 18
        /** @description Name of a source that holds the film: rutube, archive… */
        source?: string
        /** @description true: only films of which some video plays. */
        available?: boolean
        /** @description Just these films: up to 100 ids with commas between them. */
        ids?: string
        /** @description Order; with a leading - reversed. Without it relevance when there is q, else popular. */
        sort?:
          | 'relevance'
          | 'popular'
          | 'new'
          | 'rating'
          | 'year'
          | 'title'
          | 'duration'
          | '-relevance'
          | '-popular'
          | '-new'
          | '-rating'
          | '-year'
          | '-title'
          | '-duration'
        /** @description Number of the page, from 1; past the end it is empty. */
        page?: number
        /** @description Films per page. */
        pageSize?: number
        /** @description nextCursor of the page before, instead of page: no gap and no repeat while films are added. */
        cursor?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PageOfMovieSummary']
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Gateway Timeout */
      504: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  GetRandomMovie: {
    parameters: {
      query?: {
        /** @description Words of a title or a name; the last may be unfinished. Misspelt, in the other layout or script they are understood and the answer says so; in double quotes they are taken as they are. */
        q?: string
        /** @description Genre in Russian, lower case; several mean any of them. */
        genre?: string[]
        /** @description Genre to leave out; several leave out each. */
        notGenre?: string[]
        /** @description Country in Russian. */
        country?: string
        /** @description Earliest year of release; leaves out films of unknown year. */
        yearFrom?: number
        /** @description Latest year of release; leaves out films of unknown year. */
        yearTo?: number
        /** @description Lowest rating; leaves out films without one. */
        ratingFrom?: number
        /** @description Shortest length, minutes. */
        durationFrom?: number
        /** @description Greatest length, minutes. */
        durationTo?: number
        /** @description Highest age mark. */
        ageTo?: 0 | 6 | 12 | 16 | 18
        /** @description Name of a source that holds the film: rutube, archive… */
        source?: string
        /** @description true: only films of which some video plays. */
        available?: boolean
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MovieSummary']
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Gateway Timeout */
      504: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  GetMovie: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MovieDetails']
        }
      }
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Gone */
      410: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Gateway Timeout */
      504: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  ListSimilar: {
    parameters: {
      query?: {
        /** @description How many films. */
        limit?: number
      }
      header?: never
      path: {
        id: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SimilarMovie'][]
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Gateway Timeout */
      504: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  GetFacets: {
    parameters: {
      query?: {
        /** @description Words of a title or a name; the last may be unfinished. Misspelt, in the other layout or script they are understood and the answer says so; in double quotes they are taken as they are. */
        q?: string
        /** @description Genre in Russian, lower case; several mean any of them. */
        genre?: string[]
        /** @description Genre to leave out; several leave out each. */
        notGenre?: string[]
        /** @description Country in Russian. */
        country?: string
        /** @description Earliest year of release; leaves out films of unknown year. */
        yearFrom?: number
        /** @description Latest year of release; leaves out films of unknown year. */
        yearTo?: number
        /** @description Lowest rating; leaves out films without one. */
        ratingFrom?: number
        /** @description Shortest length, minutes. */
        durationFrom?: number
        /** @description Greatest length, minutes. */
        durationTo?: number
        /** @description Highest age mark. */
        ageTo?: 0 | 6 | 12 | 16 | 18
        /** @description Name of a source that holds the film: rutube, archive… */
        source?: string
        /** @description true: only films of which some video plays. */
        available?: boolean
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Facets']
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Gateway Timeout */
      504: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  ListSuggestions: {
    parameters: {
      query?: {
        /** @description Words of a title or a name; the last may be unfinished. Misspelt, in the other layout or script they are understood and the answer says so; in double quotes they are taken as they are. */
        q?: string
        /** @description How many films. */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Suggestion'][]
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Gateway Timeout */
      504: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  ShowAtomFeed: {
    parameters: {
      query?: {
        /** @description Words of a title or a name; the last may be unfinished. Misspelt, in the other layout or script they are understood and the answer says so; in double quotes they are taken as they are. */
        q?: string
        /** @description Genre in Russian, lower case; several mean any of them. */
        genre?: string[]
        /** @description Genre to leave out; several leave out each. */
        notGenre?: string[]
        /** @description Country in Russian. */
        country?: string
        /** @description Earliest year of release; leaves out films of unknown year. */
        yearFrom?: number
        /** @description Latest year of release; leaves out films of unknown year. */
        yearTo?: number
        /** @description Lowest rating; leaves out films without one. */
        ratingFrom?: number
        /** @description Shortest length, minutes. */
        durationFrom?: number
        /** @description Greatest length, minutes. */
        durationTo?: number
        /** @description Highest age mark. */
        ageTo?: 0 | 6 | 12 | 16 | 18
        /** @description Name of a source that holds the film: rutube, archive… */
        source?: string
        /** @description true: only films of which some video plays. */
        available?: boolean
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/atom+xml': string
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Gateway Timeout */
      504: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  ShowJsonFeed: {
    parameters: {
      query?: {
        /** @description Words of a title or a name; the last may be unfinished. Misspelt, in the other layout or script they are understood and the answer says so; in double quotes they are taken as they are. */
        q?: string
        /** @description Genre in Russian, lower case; several mean any of them. */
        genre?: string[]
        /** @description Genre to leave out; several leave out each. */
        notGenre?: string[]
        /** @description Country in Russian. */
        country?: string
        /** @description Earliest year of release; leaves out films of unknown year. */
        yearFrom?: number
        /** @description Latest year of release; leaves out films of unknown year. */
        yearTo?: number
        /** @description Lowest rating; leaves out films without one. */
        ratingFrom?: number
        /** @description Shortest length, minutes. */
        durationFrom?: number
        /** @description Greatest length, minutes. */
        durationTo?: number
        /** @description Highest age mark. */
        ageTo?: 0 | 6 | 12 | 16 | 18
        /** @description Name of a source that holds the film: rutube, archive… */
        source?: string
        /** @description true: only films of which some video plays. */
        available?: boolean
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/feed+json': string
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Gateway Timeout */
      504: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  SumUpHealth: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['TrioHealth']
        }
      }
    }
  }
  ShowPoster: {
    parameters: {
      query?: {
        /** @description 320, 640 or 1280 wide. A host's picture is never made wider than it is. */
        size?: 's' | 'm' | 'l'
        /** @description true: a drawn poster goes without lettering, where the title stands beside it. */
        bare?: boolean
        /** @description The version that imageUrl names: the answer may then be kept for ever. */
        v?: string
      }
      header?: never
      path: {
        /** @description The film. */
        id: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'image/svg+xml': string
          'image/jpeg': string
          'image/png': string
          'image/gif': string
          'image/webp': string
          'image/avif': string
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Gone */
      410: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  CountPlay: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Accepted */
      202: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Content Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  ReportProblem: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: number
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['VisitorProblem']
      }
    }
    responses: {
      /** @description Accepted */
      202: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Gone */
      410: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Content Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
}
