import { useTimeoutFn } from '@vueuse/core'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { usePrefetchMovie } from '@/queries/movie'

const hoverMilliseconds = 80

/** Fetches a film while the pointer rests on its card, so that its page opens at once. */
export function usePrefetch(id: MaybeRefOrGetter<number>) {
  const prefetch = usePrefetchMovie()
  const now = () => prefetch(toValue(id))
  const { start, stop } = useTimeoutFn(now, hoverMilliseconds, { immediate: false })
  return { soon: () => start(), now, cancel: () => stop() }
}
