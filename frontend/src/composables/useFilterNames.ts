import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { useI18n } from '@/i18n'
import type { CatalogState, RangeKey } from '@/lib/catalog-query'
import { sourceName } from '@/lib/hosts'
import { useMovieText } from './useMovieText'

export interface ActiveFilter {
  key: string
  name: string
  /** The change that removes it. */
  without: Partial<CatalogState>
}

export const durationBands = [
  { key: 'filter.short', durationFrom: undefined, durationTo: 40 },
  { key: 'filter.medium', durationFrom: 40, durationTo: 90 },
  { key: 'filter.long', durationFrom: 90, durationTo: 120 },
  { key: 'filter.epic', durationFrom: 120, durationTo: undefined },
] as const

/** The chosen filters in words, each with the way to be rid of it. */
export function useActiveFilters(source: MaybeRefOrGetter<CatalogState>) {
  const { t, name } = useI18n()
  const { capital, rating } = useMovieText()

  return computed<ActiveFilter[]>(() => {
    const state = toValue(source)
    const genres = state.genre.map((genre) => ({
      key: `genre:${genre}`,
      name: capital(name(genre)),
      without: { genre: state.genre.filter((other) => other !== genre) },
    }))
    const single: ActiveFilter[] = [
      { key: 'years', name: years(state), without: { yearFrom: undefined, yearTo: undefined } },
      { key: 'rating', name: ratingName(state), without: { ratingFrom: undefined } },
      { key: 'duration', name: duration(state), without: { durationFrom: undefined, durationTo: undefined } },
      { key: 'country', name: state.country && capital(name(state.country)), without: { country: '' } },
      { key: 'source', name: state.source && sourceName(state.source), without: { source: '' } },
    ]
    return [...genres, ...single.filter((filter) => filter.name)]
  })

  function years({ yearFrom, yearTo }: Pick<CatalogState, RangeKey>): string {
    if (yearFrom !== undefined && yearTo !== undefined) {
      return yearFrom === yearTo ? String(yearFrom) : `${yearFrom}–${yearTo}`
    }
    if (yearFrom !== undefined) return t('filter.from', { n: String(yearFrom) })
    return yearTo === undefined ? '' : t('filter.to', { n: String(yearTo) })
  }

  function ratingName({ ratingFrom }: CatalogState): string {
    return ratingFrom === undefined ? '' : `★ ${t('filter.ratingFrom', { n: rating(ratingFrom) })}`
  }

  function duration({ durationFrom, durationTo }: CatalogState): string {
    const band = durationBands.find((one) => one.durationFrom === durationFrom && one.durationTo === durationTo)
    if (band) return t(band.key)
    const from = durationFrom === undefined ? '' : t('filter.minutesFrom', { n: durationFrom })
    const to = durationTo === undefined ? '' : t('filter.minutesTo', { n: durationTo })
    return [from, to].filter(Boolean).join(' ')
  }
}
