import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import type { FacetCount, Facets } from '@/api/types'
import { useI18n } from '@/i18n'
import type { CatalogState } from '@/lib/catalog-query'
import { sourceName } from '@/lib/hosts'
import { durationBands } from './useFilterNames'
import { useMovieText } from './useMovieText'

export interface Choice {
  key: string
  name: string
  count?: number
  isChosen: boolean
  change: Partial<CatalogState>
}

const ratingSteps = [5, 6, 7, 8]

/** What each filter offers. A chosen value that no film has any more stays, so that it can be taken back. */
export function useFilterChoices(
  source: MaybeRefOrGetter<CatalogState>,
  facetSource: MaybeRefOrGetter<Facets | undefined>,
) {
  const { t, name } = useI18n()
  const { capital } = useMovieText()
  const state = computed(() => toValue(source))
  const facets = computed(() => toValue(facetSource))

  function single(
    key: 'country' | 'source',
    counts: FacetCount[] | undefined,
    label: (value: string) => string,
  ): Choice[] {
    const chosen = state.value[key]
    return withChosen(counts, chosen ? [chosen] : []).map(({ name: value, count }) => ({
      key: value,
      name: label(value),
      count,
      isChosen: chosen === value,
      change: { [key]: chosen === value ? '' : value },
    }))
  }

  return {
    genres: computed(() =>
      withChosen(facets.value?.genres, state.value.genre).map(({ name: value, count }): Choice => {
        const isChosen = state.value.genre.includes(value)
        const others = state.value.genre.filter((genre) => genre !== value)
        return {
          key: value,
          name: capital(name(value)),
          count,
          isChosen,
          change: { genre: isChosen ? others : [...others, value] },
        }
      }),
    ),
    countries: computed(() => single('country', facets.value?.countries, (value) => capital(name(value)))),
    sources: computed(() => single('source', facets.value?.sources, sourceName)),
    ratings: computed(() => {
      // Without a single rated film the steps would only empty the list.
      if (facets.value?.ratings.max === undefined && state.value.ratingFrom === undefined) return []
      return ratingSteps.map((step): Choice => {
        const isChosen = state.value.ratingFrom === step
        return {
          key: String(step),
          name: t('filter.ratingFrom', { n: step }),
          isChosen,
          change: { ratingFrom: isChosen ? undefined : step },
        }
      })
    }),
    durations: computed(() =>
      durationBands.map(({ key, durationFrom, durationTo }): Choice => {
        const isChosen = state.value.durationFrom === durationFrom && state.value.durationTo === durationTo
        const change = isChosen ? { durationFrom: undefined, durationTo: undefined } : { durationFrom, durationTo }
        return { key, name: t(key), isChosen, change }
      }),
    ),
  }
}

function withChosen(counts: FacetCount[] = [], chosen: string[]): FacetCount[] {
  const lost = chosen.filter((value) => !counts.some((count) => count.name === value))
  return [...lost.map((value) => ({ name: value, count: 0 })), ...counts]
}
