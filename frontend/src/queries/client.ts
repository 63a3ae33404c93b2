import { QueryClient } from '@tanstack/vue-query'
import { ApiProblem } from '@/api/problem'

const minute = 60_000

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5 * minute,
        gcTime: 30 * minute,
        refetchOnWindowFocus: false,
        // A list of several pages would be fetched anew page by page.
        refetchOnMount: false,
        retry: (failures, problem) => failures < 1 && problem instanceof ApiProblem && problem.isTransient,
        retryDelay: 800,
      },
    },
  })
}
