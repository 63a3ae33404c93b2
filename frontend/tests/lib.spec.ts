import { describe, expect, it, vi } from 'vitest'
import { splitDuration } from '@/lib/duration'
import { pickHero } from '@/lib/hero'
import { playerUrl, webUrl } from '@/lib/hosts'
import { imageSrcset, imageUrl, movieHue } from '@/lib/image'
import { pageWindow } from '@/lib/page-window'
import { readStored, writeStored } from '@/lib/storage'
import { movie } from './mount'

describe('the address of a player', () => {
  it.each(['https://rutube.ru/play/embed/0123', 'https://archive.org/embed/the-general'])('may be %s', (address) => {
    expect(playerUrl(address)?.href).toBe(address)
  })

  it.each([
    undefined,
    '',
    'not an address',
    'http://rutube.ru/play/embed/0123',
    'https://rutube.ru.example.org/play/embed/0123',
    'https://example.org/rutube.ru',
    'https://user@example.org/',
    'https://rutube.ru:8443/play/embed/0123',
    'javascript:alert(1)',
  ])('may not be %s', (address) => {
    expect(playerUrl(address)).toBeUndefined()
  })

  it('never turns a script into a link', () => {
    expect([webUrl('javascript:alert(1)'), webUrl('https://rutube.ru/channel/1/')]).toEqual([
      undefined,
      'https://rutube.ru/channel/1/',
    ])
  })
})

describe('the numbers of the pages', () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [1, 10, [1, 2, null, 10]],
    [4, 10, [1, 2, 3, 4, 5, null, 10]],
    [5, 10, [1, null, 4, 5, 6, null, 10]],
    [10, 10, [1, null, 9, 10]],
  ])('around %i of %i', (page, last, expected) => {
    expect(pageWindow(page, last)).toEqual(expected)
  })
})

describe('the film at the front', () => {
  it('plays, has a picture and is the best rated', () => {
    const film = { ...movie, imageUrl: 'https://example.org/1.jpg' }
    const films = [
      { ...film, id: 1, rating: 9, isAvailable: false },
      { ...movie, id: 2, rating: 9 },
      { ...film, id: 3, rating: 7 },
      { ...film, id: 4, rating: 8 },
    ]
    expect(pickHero(films)?.id).toBe(4)
  })

  it('may lack a picture when all do', () => {
    expect(pickHero([movie])?.id).toBe(movie.id)
  })

  it('is none when nothing plays', () => {
    expect(pickHero([{ ...movie, isAvailable: false }])).toBeUndefined()
  })
})

describe('small rules', () => {
  it('offer the three widths of the contract', () => {
    expect(imageSrcset({ id: 5 })).toBe(
      '/images/movies/5?size=s 320w, /images/movies/5?size=m 640w, /images/movies/5?size=l 1280w',
    )
  })

  it('names the version that the Gateway knows, and nothing else of its address', () => {
    const versioned = imageUrl({ id: 5, imageUrl: '/images/movies/5?size=l&v=0123abcd' }, 's', true)
    const foreign = imageUrl({ id: 5, imageUrl: 'https://example.org/1.jpg?v=1&x=2' }, 's')
    expect([versioned, foreign]).toEqual(['/images/movies/5?size=s&bare=true&v=0123abcd', '/images/movies/5?size=s'])
  })

  it('give neighbours hues far apart', () => {
    expect(Math.abs(movieHue(1) - movieHue(2))).toBeGreaterThan(60)
  })

  it.each([
    [5, { hours: 0, minutes: 1 }],
    [3599, { hours: 1, minutes: 0 }],
    [5880, { hours: 1, minutes: 38 }],
  ])('split %i seconds', (seconds, expected) => {
    expect(splitDuration(seconds)).toEqual(expected)
  })
})

describe('what the browser keeps', () => {
  const isText = (data: unknown): data is string => typeof data === 'string'

  it('is read back', () => {
    writeStored('oc.test', 1, 'kept')
    expect(readStored('oc.test', 1, isText)).toBe('kept')
  })

  it.each(['{broken', '"a bare text"', '{"v":2,"data":"newer"}', '{"v":1,"data":5}'])(
    'is set aside, not lost, when it is %s',
    (raw) => {
      localStorage.setItem('oc.test', raw)
      const read = readStored('oc.test', 1, isText)
      expect([read, localStorage.getItem('oc.test.unreadable')]).toEqual([undefined, raw])
    },
  )

  it('is nothing, said once in the log, where storage is forbidden', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const forbidden = () => {
      throw new DOMException('Denied', 'SecurityError')
    }
    vi.stubGlobal('localStorage', { getItem: forbidden, setItem: forbidden })
    const read = readStored('oc.test', 1, isText)
    vi.unstubAllGlobals()
    const complaints = warn.mock.calls.length
    warn.mockRestore()
    expect([read, complaints]).toEqual([undefined, 1])
  })
})
