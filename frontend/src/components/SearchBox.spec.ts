import { flushPromises } from '@vue/test-utils'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import SearchBox from './SearchBox.vue'
import { eventually, mountSite } from '../../tests/mount'
import { server } from '../../tests/server'

async function type(text: string) {
  const site = await mountSite(SearchBox)
  const field = site.wrapper.find('input')
  await field.setValue(text)
  return { ...site, field }
}

const lines = (wrapper: Awaited<ReturnType<typeof type>>['wrapper']) => wrapper.findAll('[role=option]')

describe('the search box', () => {
  it('offers films and, last, all results', async () => {
    const { wrapper, field } = await type('метрополис')
    await eventually(() => expect(lines(wrapper)).toHaveLength(2))
    expect(field.attributes('aria-expanded')).toBe('true')
    expect(lines(wrapper).map((line) => line.text())).toEqual(['Метрополис1927', 'Все результаты: «метрополис»'])
  })

  it('says which line the arrows have chosen, and comes round', async () => {
    const { wrapper, field } = await type('метрополис')
    await eventually(() => expect(lines(wrapper)).toHaveLength(2))
    const chosen: (string | undefined)[] = []
    for (let press = 0; press < 3; press++) {
      await field.trigger('keydown', { key: 'ArrowDown' })
      chosen.push(field.attributes('aria-activedescendant'))
    }
    expect(chosen).toEqual(['suggestion-0', 'suggestion-1', undefined])
  })

  it('opens the chosen film', async () => {
    const { wrapper, field, router } = await type('метрополис')
    await eventually(() => expect(lines(wrapper)).toHaveLength(2))
    await field.trigger('keydown', { key: 'ArrowDown' })
    await wrapper.find('form').trigger('submit')
    await eventually(() => expect(router.currentRoute.value.path).toBe('/movies/3'))
  })

  it('asks for nothing below two letters', async () => {
    const asked = vi.fn()
    server.use(http.get('*/api/v1/suggestions', () => (asked(), HttpResponse.json([]))))
    const { wrapper } = await type('м')
    await flushPromises()
    expect([lines(wrapper).length, asked.mock.calls.length]).toEqual([0, 0])
  })

  it('is a plain form when suggestions fail', async () => {
    server.use(http.get('*/api/v1/suggestions', () => HttpResponse.error()))
    const { wrapper, router } = await type('  метро  полис ')
    await wrapper.find('form').trigger('submit')
    const query = `q=${encodeURIComponent('метро')}+${encodeURIComponent('полис')}`
    await eventually(() => expect(router.currentRoute.value.fullPath).toBe(`/catalog?${query}`))
  })

  it('closes by Escape first, clears then, and leaves last', async () => {
    const { wrapper, field } = await type('метрополис')
    await eventually(() => expect(lines(wrapper)).toHaveLength(2))
    await field.trigger('keydown', { key: 'Escape' })
    const afterFirst = [lines(wrapper).length, field.element.value]
    await field.trigger('keydown', { key: 'Escape' })
    const afterSecond = field.element.value
    await field.trigger('keydown', { key: 'Escape' })
    expect([afterFirst, afterSecond, wrapper.emitted('leave')?.length]).toEqual([[0, 'метрополис'], '', 1])
  })
})
