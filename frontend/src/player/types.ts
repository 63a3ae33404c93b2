export type PlayerState = 'loading' | 'ready' | 'playing' | 'paused' | 'ended' | 'failed'

/** One host's official player inside a frame that the page owns. */
export interface PlayerAdapter {
  /** Starts to listen. Call before the frame is given its address. */
  attach: (frame: HTMLIFrameElement, onState: (state: PlayerState) => void) => void
  /** Stops listening and lets the player save what it must. */
  detach: () => void
}
