import type { PlayerAdapter, PlayerState } from './types'

const origin = 'https://rutube.ru'

const states: Record<string, PlayerState> = {
  playing: 'playing',
  paused: 'paused',
  stopped: 'paused',
}

/** Rutube's player speaks in JSON strings posted between the windows. */
export function rutubeAdapter(): PlayerAdapter {
  let stop: (() => void) | undefined

  return {
    attach(frame, onState) {
      const listen = (event: MessageEvent<unknown>) => {
        if (event.origin !== origin || event.source === null || event.source !== frame.contentWindow) return
        const message = parse(event.data)
        if (message?.type === 'player:ready') {
          onState('ready')
          post(frame, 'player:play')
        }
        const state = message && stateOf(message)
        if (state) onState(state)
      }
      window.addEventListener('message', listen)
      stop = () => {
        window.removeEventListener('message', listen)
        post(frame, 'player:remove')
      }
    },
    detach() {
      stop?.()
      stop = undefined
    },
  }
}

interface Message {
  type: string
  data: { state?: unknown }
}

function stateOf(message: Message): PlayerState | undefined {
  switch (message.type) {
    case 'player:changeState':
      return typeof message.data.state === 'string' ? states[message.data.state] : undefined
    case 'player:playComplete':
      return 'ended'
    case 'player:error':
      return 'failed'
    default:
      return undefined
  }
}

function post(frame: HTMLIFrameElement, type: string): void {
  frame.contentWindow?.postMessage(JSON.stringify({ type, data: {} }), origin)
}

/** Any page may post anything here, so that a text which is no message of a player is simply not one. */
function parse(data: unknown): Message | undefined {
  if (typeof data !== 'string') return undefined
  try {
    const message: unknown = JSON.parse(data)
    if (typeof message !== 'object' || message === null || !('type' in message)) return undefined
    if (typeof message.type !== 'string') return undefined
    const inner = 'data' in message && typeof message.data === 'object' ? message.data : null
    return { type: message.type, data: inner ?? {} }
  } catch {
    return undefined
  }
}
