import { computed, type Ref } from 'vue'
import { ApiProblem } from '@/api/problem'

interface QueryLike {
  data: Ref<unknown>
  error: Ref<unknown>
  isPending: Ref<boolean>
  fetchStatus: Ref<'fetching' | 'paused' | 'idle'>
  refetch: () => Promise<unknown>
}

/** What a block shows of its query: data if there is any, however old; else why not; else that it is on its way. */
export function useQueryState(query: QueryLike) {
  const problem = computed<ApiProblem | undefined>(() => {
    if (query.data.value !== undefined) return undefined
    if (query.fetchStatus.value === 'paused') return new ApiProblem('offline')
    const error = query.error.value
    if (!error) return undefined
    return error instanceof ApiProblem ? error : new ApiProblem('server', {}, error)
  })

  return {
    problem,
    isPending: computed(() => query.isPending.value && !problem.value),
    retry: () => void query.refetch(),
  }
}
