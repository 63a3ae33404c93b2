import { VueQueryPlugin } from '@tanstack/vue-query'
import { mount } from '@vue/test-utils'
import type { Component } from 'vue'
import { createMemoryHistory } from 'vue-router'
import type { MovieDetails, MovieSummary } from '@/api/types'
import { createI18n, type Locale } from '@/i18n'
import { createQueryClient } from '@/queries/client'
import { createSiteRouter } from '@/router'

/** Mounts a component with everything the site gives it, at an address of the site. */
export async function mountSite(
  component: Component,
  { path = '/', props = {} }: { path?: string; props?: object } = {},
) {
  const i18n = createI18n()
  const router = createSiteRouter(i18n, createMemoryHistory())
  await router.push(path)
  const wrapper = mount(component, {
    props,
    attachTo: document.body,
    global: { plugins: [i18n, router, [VueQueryPlugin, { queryClient: createQueryClient() }]] },
  })
  return { wrapper, router, i18n }
}

export async function i18nIn(locale: Locale) {
  const i18n = createI18n()
  await i18n.setLocale(locale)
  return i18n
}

export const movie: MovieSummary = {
  id: 7,
  slug: 'the-general',
  title: 'Паровоз «Генерал»',
  year: 1926,
  views: 1200,
  addedAt: '2026-11-01T00:00:00Z',
  durationSeconds: 4740,
  genres: ['комедия', 'приключения'],
  rating: 8.1,
  isAvailable: true,
  sources: ['archive', 'rutube'],
}

export const details: MovieDetails = {
  ...movie,
  sourceUrl: 'https://archive.org/details/the-general',
  countries: ['США'],
  directors: ['Бастер Китон'],
  externalIds: {},
  isActive: true,
  videos: [
    {
      id: 71,
      source: 'archive',
      sourceUrl: 'https://archive.org/details/the-general',
      embedUrl: 'https://archive.org/embed/the-general',
      views: 1000,
      availability: 'ok',
    },
    {
      id: 72,
      source: 'rutube',
      sourceUrl: 'https://rutube.ru/video/0123456789abcdef0123456789abcdef/',
      embedUrl: 'https://rutube.ru/play/embed/0123456789abcdef0123456789abcdef',
      views: 200,
      author: { name: 'Киноархив', url: 'https://rutube.ru/channel/1/' },
      availability: 'unknown',
    },
  ],
}
