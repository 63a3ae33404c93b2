import type { components } from './schema'

/** The wire never says null: an unknown value is absent. The document cannot tell, so that it is said here. */
type Present<T> = T extends object ? { [Key in keyof T]: Present<NonNullable<T[Key]>> } : T

type Schemas = { [Key in keyof components['schemas']]: Present<components['schemas'][Key]> }

export type MovieSummary = Schemas['MovieSummary']
export type SimilarMovie = Schemas['SimilarMovie']
export type MovieDetails = Schemas['MovieDetails']
export type MovieVideo = Schemas['MovieVideo']
export type Availability = Schemas['Availability']
export type MoviePage = Schemas['MovieSummaryPageOf']
export type FacetCount = Schemas['FacetCount']
export type Facets = Schemas['Facets']
export type Suggestion = Schemas['Suggestion']
export type HomeSection = Schemas['HomeSection']
export type HomePage = Schemas['HomePage']
