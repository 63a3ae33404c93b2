import { computed } from 'vue'
import { useRoute } from 'vue-router'
import { useI18n } from '@/i18n'
import { queryObject } from '@/lib/route-query'

/** Addresses of the site's pages in the language that is shown. */
export function useLinks() {
  const { locale } = useI18n()
  const route = useRoute()
  const root = computed(() => (locale.value === 'en' ? '/en' : ''))

  return {
    home: computed(() => root.value || '/'),
    about: computed(() => `${root.value}/about`),
    catalog: (query: string | Record<string, string> | URLSearchParams = '') => ({
      path: `${root.value}/catalog`,
      query: queryObject(new URLSearchParams(query)),
    }),
    movie: (movie: { id: number; slug?: string }) =>
      `${root.value}/movies/${movie.id}${movie.slug ? `/${encodeURIComponent(movie.slug)}` : ''}`,
    /** This very page in the other language. */
    otherLanguage: computed(() =>
      locale.value === 'en'
        ? route.fullPath.replace(/^\/en(?=\/|$|\?)/, '').replace(/^(?!\/)/, '/')
        : `/en${route.fullPath.replace(/^\/(?=$|\?)/, '')}`,
    ),
  }
}
