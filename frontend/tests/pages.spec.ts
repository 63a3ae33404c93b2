import { http, HttpResponse } from 'msw'
import { afterEach, describe, expect, it, vi } from 'vitest'
import App from '@/App.vue'
import * as catalog from '../e2e/stub/catalog.mjs'
import { problemResponse } from './handlers'
import { eventually, mountSite } from './mount'
import { server } from './server'

// Each test mounts the whole site at an address, as the browser does.
const open = (path: string) => mountSite(App, { path })
const press = (key: string, options: KeyboardEventInit = {}) =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }))

afterEach(() => vi.restoreAllMocks())

describe('the home page', () => {
  it('shows the Gateway’s rows, each leading to its list', async () => {
    const { wrapper } = await open('/')
    await eventually(() => expect(wrapper.findAll('[data-rail]')).toHaveLength(8))
    const links = wrapper.findAll('h2 a').map((link) => decodeURIComponent(link.attributes('href') ?? ''))
    expect(links.slice(0, 3)).toEqual(['/catalog?sort=new', '/catalog?sort=popular', '/catalog?genre=комедия'])
  })

  it('says that rows are missing and asks for them again', async () => {
    const partial = { sections: catalog.openHome().sections.slice(0, 1), missing: ['popular'] }
    server.use(http.get('*/api/v1/home', () => HttpResponse.json(partial), { once: true }))
    const { wrapper } = await open('/')
    await eventually(() => expect(wrapper.find('.missing').exists()).toBe(true))
    await wrapper.find('.missing button').trigger('click')
    await eventually(() => expect(wrapper.findAll('[data-rail]')).toHaveLength(8))
    expect(wrapper.find('.missing').exists()).toBe(false)
  })

  it('explains a failure and recovers when asked again', async () => {
    server.use(http.get('*/api/v1/home', () => problemResponse(400), { once: true }))
    const { wrapper } = await open('/')
    await eventually(() => expect(wrapper.find('[role=alert]').exists()).toBe(true))
    expect(wrapper.find('[role=alert]').text()).toContain('trace-1')
    await wrapper.findAll('[role=alert] button').at(0)?.trigger('click')
    await eventually(() => expect(wrapper.findAll('[data-rail]')).toHaveLength(8))
  })
})

describe('the catalogue', () => {
  it('counts, lists and offers filters with their counts', async () => {
    const { wrapper } = await open('/catalog')
    await eventually(() => expect(wrapper.findAll('main article')).toHaveLength(24))
    await eventually(() => expect(wrapper.find('aside').text()).toContain('Ужасы 11'))
    expect(wrapper.find('.head .count').text()).toBe('64 фильма')
  })

  it('goes to another address when a filter is chosen, and back when it is taken away', async () => {
    const { wrapper, router } = await open('/catalog')
    await eventually(() => expect(wrapper.find('aside').text()).toContain('Ужасы'))
    const horror = () => wrapper.findAll('aside button').find((button) => button.text().startsWith('Ужасы'))
    await horror()?.trigger('click')
    await eventually(() => expect(wrapper.find('.head .count').text()).toBe('11 фильмов'))
    const chosen = { ...router.currentRoute.value.query }
    await horror()?.trigger('click')
    await eventually(() => expect(wrapper.find('.head .count').text()).toBe('64 фильма'))
    expect([chosen, router.currentRoute.value.query]).toEqual([{ genre: 'ужасы' }, {}])
  })

  it('appends the next page and ends with the last', async () => {
    const { wrapper } = await open('/catalog?page=2')
    await eventually(() => expect(wrapper.findAll('main article')).toHaveLength(24))
    await wrapper.find('.pager button').trigger('click')
    await eventually(() => expect(wrapper.findAll('main article')).toHaveLength(40))
    expect(wrapper.find('.pager button').exists()).toBe(false)
  })

  it('offers a way out of an empty list', async () => {
    const { wrapper } = await open('/catalog?q=нетакого&genre=драма&country=СССР')
    await eventually(() => expect(wrapper.text()).toContain('Ничего не нашлось'))
    await eventually(() => expect(wrapper.find('[data-rail]').exists()).toBe(true))
    const ways = wrapper.findAll('.actions a').map((link) => link.text())
    expect(ways).toEqual(['Убрать фильтр: Драма', 'Убрать фильтр: СССР', 'Открыть каталог'])
  })

  it('tells a page behind the last from an empty list', async () => {
    const { wrapper } = await open('/catalog?page=9')
    await eventually(() => expect(wrapper.text()).toContain('Такой страницы нет'))
    expect(wrapper.find('.actions a').attributes('href')).toBe('/catalog')
  })
})

describe('a film’s page', () => {
  it('names the film, its facts and who has uploaded it', async () => {
    const { wrapper } = await open('/movies/4')
    await eventually(() => expect(wrapper.find('h1').text()).toBe('Носферату. Симфония ужаса'))
    for (const fact of ['Фридрих Вильгельм Мурнау', 'Германия', 'Киноархив', 'Prelinger']) {
      expect(wrapper.find('main').text()).toContain(fact)
    }
    expect(document.title).toBe('Носферату. Симфония ужаса (1922) — OnlineCinema')
  })

  it('of no film says so', async () => {
    const { wrapper } = await open('/movies/9999')
    await eventually(() => expect(wrapper.find('h1').text()).toBe('Такого фильма нет'))
  })
})

describe('keys and settings', () => {
  it('open the search by "/" and by Ctrl+K, but not while typing', async () => {
    const { wrapper } = await open('/about')
    await eventually(() => expect(wrapper.find('h1').text()).toBe('О проекте'))
    const field = wrapper.find('input[role=combobox]').element as HTMLInputElement
    press('/')
    await eventually(() => expect(document.activeElement).toBe(field))
    field.blur()
    press('k', { ctrlKey: true, code: 'KeyK' })
    await eventually(() => expect(document.activeElement).toBe(field))
    const event = new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true })
    field.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(false)
  })

  it('turn "/" off for good', async () => {
    const { wrapper } = await open('/about')
    await eventually(() => expect(wrapper.find('.switch input').exists()).toBe(true))
    await wrapper.find('.switch input').setValue(false)
    const event = new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true })
    document.body.dispatchEvent(event)
    expect([event.defaultPrevented, JSON.parse(localStorage.getItem('oc.settings') ?? '')]).toEqual([
      false,
      { v: 1, data: { hotkeys: false } },
    ])
    await wrapper.find('.switch input').setValue(true)
  })

  it('change the theme at once and keep it', async () => {
    const { wrapper } = await open('/about')
    const button = wrapper.findAll('header button').find((one) => one.attributes('aria-label')?.includes('тему'))
    await button?.trigger('click')
    const theme = document.documentElement.dataset['theme']
    expect(JSON.parse(localStorage.getItem('oc.settings') ?? '').data.theme).toBe(theme)
    expect(['dark', 'light']).toContain(theme)
  })
})
