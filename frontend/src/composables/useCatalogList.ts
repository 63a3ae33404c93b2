import { computed, type Ref } from 'vue'
import type { CatalogState } from '@/lib/catalog-query'
import { maxLoadedPages, useMovies } from '@/queries/catalog'
import { useQueryState } from './useQueryState'

/** The catalogue's films: the page of the address and those that were appended to it. */
export function useCatalogList(state: Ref<CatalogState>) {
  const query = useMovies(state)
  const { problem, isPending, retry } = useQueryState(query)
  const pages = computed(() => query.data.value?.pages ?? [])
  const last = computed(() => pages.value.at(-1))

  // A film that moved between two requests stands on both pages; it is shown once.
  const movies = computed(() => [
    ...new Map(pages.value.flatMap((page) => page.items).map((movie) => [movie.id, movie])).values(),
  ])
  const more = computed(() => {
    const page = last.value
    if (!page || !query.hasNextPage.value || pages.value.length >= maxLoadedPages) return 0
    return Math.min(page.pageSize, page.total - page.page * page.pageSize)
  })

  return {
    movies,
    more,
    problem,
    isPending,
    retry,
    /** How the words searched for were understood; absent when as typed. */
    correction: computed(() => pages.value[0]?.correction),
    total: computed(() => last.value?.total),
    lastPage: computed(() => (last.value ? Math.max(1, Math.ceil(last.value.total / last.value.pageSize)) : 1)),
    /** The films belong to the filters before; the new ones are on their way. */
    isStale: query.isPlaceholderData,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => query.fetchNextPage(),
  }
}
