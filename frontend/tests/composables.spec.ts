import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'
import { useCatalogQuery } from '@/composables/useCatalogQuery'
import { useDelayed } from '@/composables/useDelayed'
import { useActiveFilters } from '@/composables/useFilterNames'
import { useLinks } from '@/composables/useLinks'
import { usePageMeta } from '@/composables/usePageMeta'
import { moveInRail } from '@/composables/useRailKeys'
import { useSectionTitle } from '@/composables/useSectionTitle'
import { useWatchOptions } from '@/composables/useWatchOptions'
import { details, mountSite } from './mount'

/** Runs a composable where the site would, inside a component at an address. */
async function run<T>(path: string, setup: () => T) {
  let result: T | undefined
  const host = defineComponent(() => {
    result = setup()
    return () => h('div')
  })
  const site = await mountSite(host, { path })
  return { ...site, result: result as T }
}

afterEach(() => vi.useRealTimers())

describe('the catalogue’s query', () => {
  it('starts at the first page when a filter changes, and pushes the address', async () => {
    const { result, router } = await run('/catalog?genre=драма&page=4', useCatalogQuery)
    await result.apply({ country: 'СССР' })
    expect(router.currentRoute.value.query).toEqual({ genre: 'драма', country: 'СССР' })
  })

  it('repeats a parameter for several genres', async () => {
    const { result, router } = await run('/catalog', useCatalogQuery)
    await result.apply({ genre: ['ужасы', 'драма'] })
    expect(router.currentRoute.value.query).toEqual({ genre: ['драма', 'ужасы'] })
  })

  it('counts a range once and leaves the words of the search out', async () => {
    const { result } = await run(
      '/catalog?q=a&genre=x&genre=y&yearFrom=1920&yearTo=1929&source=rutube',
      useCatalogQuery,
    )
    expect(result.activeCount.value).toBe(4)
  })

  it('keeps the order when all filters are reset', async () => {
    const { result, router } = await run('/catalog?genre=драма&sort=year&page=2', useCatalogQuery)
    await result.reset()
    expect(router.currentRoute.value.query).toEqual({ sort: 'year' })
  })

  it('names each filter and knows the way back', async () => {
    const path = '/catalog?genre=драма&yearFrom=1920&yearTo=1929&durationTo=40&ratingFrom=7&source=archive'
    const { result } = await run(path, () => {
      const { state } = useCatalogQuery()
      return useActiveFilters(state)
    })
    expect(result.value.map((filter) => filter.name)).toEqual([
      'Драма',
      '1920–1929',
      '★ от 7,0',
      'до 40 мин',
      'Internet Archive',
    ])
    expect(result.value[1]?.without).toEqual({ yearFrom: undefined, yearTo: undefined })
  })
})

describe('the links', () => {
  it.each([
    ['/', '/en'],
    ['/catalog?genre=x', '/en/catalog?genre=x'],
    ['/en', '/'],
    ['/en/catalog?genre=x', '/catalog?genre=x'],
    ['/?utm=1', '/en?utm=1'],
    ['/en?utm=1', '/?utm=1'],
  ])('lead from %s to the same page in the other language, %s', async (path, other) => {
    const { result } = await run(path, useLinks)
    expect(result.otherLanguage.value).toBe(other)
  })
})

describe('a row’s heading', () => {
  const section = (key: string, query: string) => ({ key, title: 'Заголовок', query, items: [] })

  it('is the Gateway’s own in Russian', async () => {
    const { result } = await run('/', useSectionTitle)
    expect(result(section('new', 'sort=new'))).toBe('Заголовок')
  })

  it.each([
    ['new', 'sort=new', 'New in the catalogue'],
    ['genre:ужасы', `genre=${encodeURIComponent('ужасы')}`, 'Horror'],
    ['decade:1920', 'yearFrom=1920&yearTo=1929', '1920s'],
    ['source:archive', 'source=archive', 'Internet Archive'],
    ['unheard-of', 'available=true', 'Заголовок'],
  ])('of "%s" is worked out in English', async (key, query, title) => {
    const { result } = await run('/en', useSectionTitle)
    expect(result(section(key, query))).toBe(title)
  })
})

describe('the watch options', () => {
  it('begin with the first that plays', async () => {
    const [archive, rutube] = details.videos
    const videos = [{ ...archive, availability: 'gone' }, rutube] as typeof details.videos
    const { result } = await run('/', () => useWatchOptions({ ...details, videos }))
    expect(result.chosen.value?.video.id).toBe(72)
  })

  it('follow the visitor and offer the other as the next', async () => {
    const { result } = await run('/', () => useWatchOptions(details))
    result.pick(72)
    expect([result.chosen.value?.video.id, result.next.value?.video.id]).toEqual([72, 71])
  })
})

describe('the head of the page', () => {
  it('names the page, its address and its twin', async () => {
    await run('/en/catalog?unknown=1', () => usePageMeta('Catalogue', 'All films'))
    expect(document.title).toBe('Catalogue — OnlineCinema')
    expect(document.head.querySelector<HTMLMetaElement>('meta[name=description]')?.content).toBe('All films')
    expect(links()).toEqual([
      ['canonical', '', '/en/catalog'],
      ['alternate', 'ru', '/catalog'],
      ['alternate', 'en', '/en/catalog'],
      ['alternate', 'x-default', '/catalog'],
    ])
  })

  it('gives a page the address that it is given, and none to a page that has none', async () => {
    const address = ref<string | undefined>('/movies/7/metropolis')
    await run('/movies/7', () => usePageMeta('Metropolis', undefined, address))
    const first = links()
    address.value = undefined
    await nextTick()
    expect([first.map(([, , path]) => path), links()]).toEqual([
      ['/movies/7/metropolis', '/movies/7/metropolis', '/en/movies/7/metropolis', '/movies/7/metropolis'],
      [],
    ])
  })

  it.each([
    ['/', '/', '/en'],
    ['/en', '/', '/en'],
    ['/catalog?genre=%D0%B0', '/catalog?genre=%D0%B0', '/en/catalog?genre=%D0%B0'],
    ['/english', '/english', '/en/english'],
  ])('knows the twins of %s', async (path, russian, english) => {
    await run('/', () => usePageMeta('Page', undefined, path))
    expect(
      links()
        .slice(1)
        .map(([, , twin]) => twin),
    ).toEqual([russian, english, russian])
  })

  function links() {
    return [...document.head.querySelectorAll('link')].map((link) => {
      const { pathname, search } = new URL(link.href)
      return [link.rel, link.hreflang, pathname + search]
    })
  }
})

describe('a delayed flag', () => {
  it('hides a short wait and, once shown, stays long enough to be seen', async () => {
    vi.useFakeTimers()
    const flag = ref(true)
    const { result: shown } = await run('/', () => useDelayed(flag))
    const seen: boolean[] = []
    vi.advanceTimersByTime(100)
    seen.push(shown.value)
    vi.advanceTimersByTime(100)
    seen.push(shown.value)
    flag.value = false
    await nextTick()
    seen.push(shown.value)
    vi.advanceTimersByTime(300)
    seen.push(shown.value)
    expect(seen).toEqual([false, true, true, false])
  })
})

describe('the arrows in a row', () => {
  it('move to the neighbour and leave other keys and the ends alone', async () => {
    document.body.innerHTML = '<ul data-rail><li><a href="/1">1</a></li><li><a href="/2">2</a></li></ul>'
    const rail = document.querySelector<HTMLElement>('[data-rail]') as HTMLElement
    const links = [...rail.querySelectorAll('a')]
    const press = (key: string) => {
      const event = new KeyboardEvent('keydown', { key, cancelable: true })
      moveInRail(event, rail)
      return [document.activeElement?.textContent, event.defaultPrevented]
    }
    links[0]?.focus()
    const pressed = ['ArrowRight', 'ArrowRight', 'Home', 'a'].map(press)
    await flushPromises()
    expect(pressed).toEqual([
      ['2', true],
      ['2', false],
      ['1', true],
      ['1', false],
    ])
  })
})
