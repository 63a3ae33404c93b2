import type { PlayerAdapter } from './types'

/** A player that tells its page nothing: it counts as ready once its document has loaded. */
export function frameAdapter(): PlayerAdapter {
  let stop: (() => void) | undefined

  return {
    attach(frame, onState) {
      const ready = () => onState('ready')
      frame.addEventListener('load', ready, { once: true })
      stop = () => frame.removeEventListener('load', ready)
    },
    detach() {
      stop?.()
      stop = undefined
    },
  }
}
