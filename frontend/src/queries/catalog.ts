import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { fetchFacets, fetchHome, fetchMovies, fetchSuggestions } from '@/api/endpoints'
import { catalogParams, filterParams, type CatalogState } from '@/lib/catalog-query'

export const suggestionLimit = 6
/** Beyond this a list asks too much of a phone's memory; the numbered links go on. */
export const maxLoadedPages = 20

export function useHome() {
  return useQuery({ queryKey: ['home'], queryFn: ({ signal }) => fetchHome(signal) })
}

/** The list from the state's page on; further pages are appended. */
export function useMovies(state: MaybeRefOrGetter<CatalogState>) {
  return useInfiniteQuery({
    queryKey: computed(() => ['movies', catalogParams(toValue(state)).toString()]),
    queryFn: ({ pageParam, signal }) => fetchMovies(catalogParams({ ...toValue(state), page: pageParam }), signal),
    initialPageParam: computed(() => toValue(state).page) as unknown as number,
    getNextPageParam: (last) => (last.page * last.pageSize < last.total ? last.page + 1 : undefined),
    placeholderData: keepPreviousData,
  })
}

export function useFacets(state: MaybeRefOrGetter<CatalogState>) {
  return useQuery({
    queryKey: computed(() => ['facets', filterParams(toValue(state)).toString()]),
    queryFn: ({ signal }) => fetchFacets(filterParams(toValue(state)), signal),
    placeholderData: keepPreviousData,
  })
}

export function useSuggestions(text: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['suggestions', toValue(text)]),
    queryFn: ({ signal }) => fetchSuggestions(toValue(text), suggestionLimit, signal),
    enabled: computed(() => toValue(text).length >= 2),
    placeholderData: keepPreviousData,
    retry: false,
  })
}
