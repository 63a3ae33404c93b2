import { useTimeoutFn } from '@vueuse/core'
import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import type { PlayerAdapter, PlayerState } from '@/player/types'

/** A player that has said nothing by then is reported; it may still come. */
const patienceMilliseconds = 20_000

/** Runs the adapter of a player inside the frame, from when the frame stands until it is taken away. */
export function usePlayer(frame: Ref<HTMLIFrameElement | null>, address: Ref<URL | undefined>) {
  const state = shallowRef<PlayerState>('loading')
  const isSilent = shallowRef(false)
  const patience = useTimeoutFn(() => (isSilent.value = true), patienceMilliseconds, { immediate: false })
  let adapter: PlayerAdapter | undefined

  async function start(element: HTMLIFrameElement, url: URL) {
    state.value = 'loading'
    isSilent.value = false
    patience.start()
    const { adapterFor } = await import('@/player')
    // The frame may have gone while the adapter was on its way.
    if (frame.value !== element || address.value?.href !== url.href) return
    adapter = adapterFor(url)
    adapter.attach(element, (next) => {
      state.value = next
      isSilent.value = false
      patience.stop()
    })
    element.src = url.href
    element.focus({ preventScroll: true })
  }

  function stop() {
    patience.stop()
    adapter?.detach()
    adapter = undefined
  }

  watch([frame, address], ([element, url]) => {
    stop()
    if (element && url) void start(element, url)
  })
  onScopeDispose(stop)

  return { state, isSilent }
}
