import { get } from './http'
import type { Facets, HomePage, MovieDetails, MovieSummary, PageOf, SimilarMovie, Suggestion } from './types'

const root = '/api/v1'
const nothing = new URLSearchParams()

export const fetchHome = (signal: AbortSignal) => get<HomePage>(`${root}/home`, nothing, signal)

/** @param query Filters, sort and page under the contract's names. */
export const fetchMovies = (query: URLSearchParams, signal: AbortSignal) =>
  get<PageOf<MovieSummary>>(`${root}/movies`, query, signal)

export const fetchMovie = (id: number, signal: AbortSignal) =>
  get<MovieDetails>(`${root}/movies/${id}`, nothing, signal)

export const fetchSimilar = (id: number, limit: number, signal: AbortSignal) =>
  get<SimilarMovie[]>(`${root}/movies/${id}/similar`, new URLSearchParams({ limit: String(limit) }), signal)

export const fetchFacets = (query: URLSearchParams, signal: AbortSignal) => get<Facets>(`${root}/facets`, query, signal)

export const fetchSuggestions = (text: string, limit: number, signal: AbortSignal) =>
  get<Suggestion[]>(`${root}/suggestions`, new URLSearchParams({ q: text, limit: String(limit) }), signal)
