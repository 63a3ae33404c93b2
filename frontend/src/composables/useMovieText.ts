import { useI18n } from '@/i18n'
import { splitDuration } from '@/lib/duration'
import type { MovieSummary } from '@/api/types'

const blank = '\u00a0'

/** A film's facts in words. */
export function useMovieText() {
  const { t, n, name, locale } = useI18n()

  function duration(seconds: number): string {
    const { hours, minutes } = splitDuration(seconds)
    const key = hours === 0 ? 'movie.minutes' : minutes === 0 ? 'movie.hours' : 'movie.hoursMinutes'
    return t(key, { h: hours, m: minutes }).replaceAll(' ', blank)
  }

  const rating = (value: number) => n(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 })

  return {
    duration,
    rating,
    compact: (value: number) => n(value, { notation: 'compact', maximumFractionDigits: 1 }),
    capital: (text: string) => text.charAt(0).toLocaleUpperCase(locale.value) + text.slice(1),
    /** "1975 · драма · 1 ч 38 мин" */
    line: (movie: MovieSummary, genres = 1) =>
      [
        movie.year === undefined ? '' : String(movie.year),
        ...movie.genres.slice(0, genres).map(name),
        movie.durationSeconds === undefined ? '' : duration(movie.durationSeconds),
      ]
        .filter(Boolean)
        .join(' · '),
    /** Titles are Russian even on the English pages, and a screen reader must know. */
    titleLang: (title: string) => (locale.value !== 'ru' && /\p{Script=Cyrillic}/u.test(title) ? 'ru' : undefined),
  }
}
