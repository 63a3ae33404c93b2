import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import {
  catalogParams,
  emptyState,
  filterParams,
  parseCatalogQuery,
  rangeKeys,
  type CatalogState,
} from '@/lib/catalog-query'
import { queryObject, routeParams } from '@/lib/route-query'

/** The catalogue's state, read from the address and changed only by going to another address. */
export function useCatalogQuery() {
  const route = useRoute()
  const router = useRouter()
  const parsed = computed(() => parseCatalogQuery(routeParams(route.query)))
  const state = computed(() => parsed.value.state)

  /** Where a change leads. A changed filter starts at the first page again. */
  function target(change: Partial<CatalogState>) {
    const next = { ...state.value, page: 1, ...change }
    return { path: route.path, query: queryObject(catalogParams(next)) }
  }

  return {
    state,
    dropped: computed(() => parsed.value.dropped),
    activeCount: computed(() => activeCount(state.value)),
    isFiltered: computed(() => filterParams(state.value).size > 0),
    target,
    apply: (change: Partial<CatalogState>) => router.push(target(change)),
    reset: () => router.push(target({ ...emptyState, genre: [], sort: state.value.sort })),
  }
}

/** Filters chosen beside the words of the search; a range counts once. */
function activeCount(state: CatalogState): number {
  const ranges = new Set(
    rangeKeys.filter((key) => state[key] !== undefined).map((key) => key.replace(/(From|To)$/, '')),
  )
  return state.genre.length + Number(state.country !== '') + Number(state.source !== '') + ranges.size
}
