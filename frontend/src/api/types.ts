/** The Gateway's shapes, as the contract names them. An unknown value is absent. */

export interface MovieSummary {
  id: number
  slug: string
  title: string
  originalTitle?: string
  year?: number
  imageUrl?: string
  thumbnailUrl?: string
  views: number
  addedAt: string
  durationSeconds?: number
  genres: string[]
  rating?: number
  ageRating?: number
  imageColor?: string
  isAvailable: boolean
  sources: string[]
}

export type Availability = 'ok' | 'suspect' | 'gone' | 'geo' | 'private' | 'unknown'

export interface MovieVideo {
  id: number
  source: string
  sourceUrl: string
  embedUrl?: string
  streamUrl?: string
  durationSeconds?: number
  views: number
  quality?: string
  language?: string
  author?: { name: string; url?: string }
  availability: Availability
  checkedAt?: string
  publishedAt?: string
}

export interface MovieDetails extends MovieSummary {
  sourceUrl: string
  description?: string
  countries: string[]
  directors: string[]
  externalIds: { imdb?: string; kinopoisk?: string; tmdb?: string; wikidata?: string }
  isActive: boolean
  videos: MovieVideo[]
}

export type SimilarReason = 'sameDirector' | 'sameGenres'

export interface SimilarMovie extends MovieSummary {
  reason: SimilarReason
}

export interface PageOf<T> {
  items: T[]
  total: number
  page: number
  pageSize: number
  nextCursor?: string
}

export interface FacetCount {
  name: string
  count: number
}

export interface FacetRange {
  min?: number
  max?: number
}

export interface Facets {
  genres: FacetCount[]
  countries: FacetCount[]
  decades: FacetCount[]
  sources: FacetCount[]
  ageRatings: FacetCount[]
  years: FacetRange
  ratings: FacetRange
}

export interface Suggestion {
  id: number
  title: string
  year?: number
  thumbnailUrl?: string
  matched: string
}

export interface HomeSection {
  key: string
  title: string
  query: string
  items: MovieSummary[]
}

export interface HomePage {
  sections: HomeSection[]
  missing: string[]
}
