import { describe, expect, it } from 'vitest'
import MovieCard from './MovieCard.vue'
import { mountSite, movie } from '../../tests/mount'

const sizes = '100vw'

describe('a card', () => {
  it('is one link with the title as its heading and a picture that says nothing', async () => {
    const { wrapper } = await mountSite(MovieCard, { props: { movie, sizes } })
    expect(wrapper.findAll('a').map((link) => link.attributes('href'))).toEqual(['/movies/7/the-general'])
    expect(wrapper.find('h3').text()).toBe('Паровоз «Генерал»')
    expect(wrapper.find('img').attributes('alt')).toBe('')
  })

  it('tells year, genre, length and rating without a hover', async () => {
    const { wrapper } = await mountSite(MovieCard, { props: { movie, sizes } })
    for (const fact of ['1926', 'комедия', '1\u00a0ч\u00a019\u00a0мин', '8,1']) expect(wrapper.text()).toContain(fact)
  })

  it('says nothing of what is unknown', async () => {
    const unknown = { ...movie, genres: [], sources: [] }
    delete unknown.year
    delete unknown.rating
    delete unknown.durationSeconds
    const { wrapper } = await mountSite(MovieCard, { props: { movie: unknown, sizes } })
    expect(wrapper.text()).toBe('Паровоз «Генерал»')
  })

  it('says when nothing plays', async () => {
    const { wrapper } = await mountSite(MovieCard, { props: { movie: { ...movie, isAvailable: false }, sizes } })
    expect(wrapper.text()).toContain('Сейчас недоступен')
  })

  it('marks a Russian title on the English pages', async () => {
    const { wrapper } = await mountSite(MovieCard, { path: '/en', props: { movie, sizes } })
    expect(wrapper.find('h3').attributes('lang')).toBe('ru')
    expect(wrapper.text()).toContain('comedy')
    expect(wrapper.find('a').attributes('href')).toBe('/en/movies/7/the-general')
  })
})
