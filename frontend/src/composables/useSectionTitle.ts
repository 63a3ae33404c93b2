import type { HomeSection } from '@/api/types'
import { useI18n, type MessageKey } from '@/i18n'
import { sourceName } from '@/lib/hosts'
import { useMovieText } from './useMovieText'

const known: Record<string, MessageKey> = {
  new: 'section.new',
  popular: 'section.popular',
  rating: 'section.rating',
  shorts: 'section.short',
}

/** A row's heading: the Gateway's own in Russian, in another language worked out from what the row shows. */
export function useSectionTitle(): (section: HomeSection) => string {
  const { t, name, locale } = useI18n()
  const { capital } = useMovieText()

  return (section) => {
    if (locale.value === 'ru') return section.title
    const query = new URLSearchParams(section.query)
    const genre = query.get('genre')
    const source = query.get('source')
    const decade = query.get('yearFrom')
    const key = known[section.key] ?? known[query.get('sort') ?? '']
    if (genre) return capital(name(genre))
    if (source) return sourceName(source)
    if (decade && Number(decade) + 9 === Number(query.get('yearTo'))) return t('section.decade', { year: decade })
    return key ? t(key) : section.title
  }
}
