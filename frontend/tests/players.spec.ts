import { afterEach, describe, expect, it, vi } from 'vitest'
import { adapterFor } from '@/player'
import type { PlayerAdapter, PlayerState } from '@/player/types'

const origin = 'https://rutube.ru'
let adapter: PlayerAdapter | undefined

function start(address: string) {
  const player = { postMessage: vi.fn() }
  const frame = document.createElement('iframe')
  Object.defineProperty(frame, 'contentWindow', { value: player })
  const states: PlayerState[] = []
  adapter = adapterFor(new URL(address))
  adapter.attach(frame, (state) => states.push(state))
  return { player, frame, states }
}

function hear(data: unknown, source: unknown, from = origin) {
  const event = new MessageEvent('message', { data, origin: from })
  Object.defineProperty(event, 'source', { value: source })
  window.dispatchEvent(event)
}

const say = (type: string, data: object = {}) => JSON.stringify({ type, data })
const rutube = `${origin}/play/embed/0123456789abcdef0123456789abcdef`

afterEach(() => adapter?.detach())

describe('the adapter of Rutube', () => {
  it('follows what the player says', () => {
    const { player, states } = start(rutube)
    hear(say('player:ready'), player)
    hear(say('player:changeState', { state: 'playing' }), player)
    hear(say('player:changeState', { state: 'paused' }), player)
    hear(say('player:playComplete'), player)
    hear(say('player:error', { code: 1 }), player)
    expect(states).toEqual(['ready', 'playing', 'paused', 'ended', 'failed'])
  })

  it('starts the film once the player is ready, and speaks to its origin only', () => {
    const { player } = start(rutube)
    hear(say('player:ready'), player)
    expect(player.postMessage.mock.calls).toEqual([[say('player:play'), origin]])
  })

  it('does not listen to another origin', () => {
    const { player, states } = start(rutube)
    hear(say('player:ready'), player, 'https://rutube.ru.example.org')
    expect(states).toEqual([])
  })

  it('does not listen to another window of the same origin', () => {
    const { states } = start(rutube)
    hear(say('player:ready'), { postMessage: vi.fn() })
    hear(say('player:ready'), null)
    expect(states).toEqual([])
  })

  it.each([
    [undefined],
    [{ type: 'player:ready' }],
    ['not json'],
    ['null'],
    ['{"type":5}'],
    ['{"type":"player:changeState"}'],
  ])('is not shaken by %j', (data) => {
    const { player, states } = start(rutube)
    hear(data, player)
    expect(states).toEqual([])
  })

  it('takes its leave of the player and hears nothing afterwards', () => {
    const { player, states } = start(rutube)
    adapter?.detach()
    hear(say('player:ready'), player)
    expect([player.postMessage.mock.calls, states]).toEqual([[[say('player:remove'), origin]], []])
  })
})

describe('the adapter of a player that tells nothing', () => {
  it('counts it as ready once its document has loaded', () => {
    const { frame, states } = start('https://archive.org/embed/the-general')
    frame.dispatchEvent(new Event('load'))
    expect(states).toEqual(['ready'])
  })

  it('does not listen to messages at all', () => {
    const { player, states } = start('https://archive.org/embed/the-general')
    hear(say('player:ready'), player, 'https://archive.org')
    expect(states).toEqual([])
  })
})
