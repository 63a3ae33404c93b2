import type { components } from './schema'

type Schemas = components['schemas']

export type MovieSummary = Schemas['MovieSummary']
export type SimilarMovie = Schemas['SimilarMovie']
export type MovieDetails = Schemas['MovieDetails']
export type MovieVideo = Schemas['MovieVideo']
export type Availability = Schemas['Availability']
export type MoviePage = Schemas['PageOfMovieSummary']
export type FacetCount = Schemas['FacetCount']
export type Facets = Schemas['Facets']
export type SearchCorrection = Schemas['SearchCorrection']
export type Suggestion = Schemas['Suggestion']
export type HomeSection = Schemas['HomeSection']
export type HomePage = Schemas['HomePage']
