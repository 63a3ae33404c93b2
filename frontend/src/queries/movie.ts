import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { fetchMovie, fetchSimilar } from '@/api/endpoints'

const similarLimit = 12

export function useMovie(id: MaybeRefOrGetter<number>) {
  return useQuery({
    queryKey: computed(() => ['movie', toValue(id)]),
    queryFn: ({ signal }) => fetchMovie(toValue(id), signal),
  })
}

/** Films like this one, asked for when the row comes near. */
export function useSimilar(id: MaybeRefOrGetter<number>, isWanted: MaybeRefOrGetter<boolean>) {
  return useQuery({
    queryKey: computed(() => ['similar', toValue(id)]),
    queryFn: ({ signal }) => fetchSimilar(toValue(id), similarLimit, signal),
    enabled: computed(() => toValue(isWanted)),
  })
}

/** Asks for a film before its page is opened; a failure is met, and shown, on the page itself. */
export function usePrefetchMovie(): (id: number) => void {
  const client = useQueryClient()
  return (id) =>
    void client.prefetchQuery({
      queryKey: ['movie', id],
      queryFn: ({ signal }) => fetchMovie(id, signal),
      retry: false,
    })
}
