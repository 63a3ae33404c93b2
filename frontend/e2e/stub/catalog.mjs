// The Gateway's answers over the stub's films: small, and in the contract's shapes.
import { films } from './films.mjs'

const pageSize = 24
const summaries = films.map((film) => film.summary)
const detailsOf = new Map(films.map((film) => [film.summary.id, film.details]))

const fold = (text) => text.toLowerCase().replaceAll('ё', 'е')

const sorters = {
  popular: (left, right) => right.views - left.views,
  new: (left, right) => right.addedAt.localeCompare(left.addedAt),
  rating: (left, right) => (right.rating ?? 0) - (left.rating ?? 0),
  year: (left, right) => (right.year ?? 0) - (left.year ?? 0),
  title: (left, right) => left.title.localeCompare(right.title, 'ru'),
  duration: (left, right) => (left.durationSeconds ?? 0) - (right.durationSeconds ?? 0),
}
sorters.relevance = sorters.popular

/** Each filter by its parameter, so that a facet can leave its own out. */
const tests = {
  q: (movie, [words]) => fold(`${movie.title} ${movie.originalTitle ?? ''}`).includes(fold(words)),
  genre: (movie, genres) => genres.some((genre) => movie.genres.includes(genre)),
  country: (movie, countries) => countries.some((country) => detailsOf.get(movie.id).countries.includes(country)),
  source: (movie, sources) => sources.some((source) => movie.sources.includes(source)),
  yearFrom: (movie, [year]) => movie.year >= Number(year),
  yearTo: (movie, [year]) => movie.year <= Number(year),
  ratingFrom: (movie, [rating]) => movie.rating >= Number(rating),
  durationFrom: (movie, [minutes]) => movie.durationSeconds >= minutes * 60,
  durationTo: (movie, [minutes]) => movie.durationSeconds <= minutes * 60,
}

function select(query, without = []) {
  const active = Object.keys(tests).filter((name) => query.get(name) && !without.includes(name))
  return summaries.filter((movie) => active.every((name) => tests[name](movie, query.getAll(name))))
}

export function listMovies(query) {
  const found = select(query)
  const sort = query.get('sort') ?? 'popular'
  const direction = sort.startsWith('-') ? -1 : 1
  const compare = sorters[sort.replace('-', '')]
  found.sort((left, right) => direction * compare(left, right) || left.id - right.id)
  const page = Number(query.get('page') ?? 1)
  const size = Number(query.get('pageSize') ?? pageSize)
  return { items: found.slice((page - 1) * size, page * size), total: found.length, page, pageSize: size }
}

export const getMovie = (id) => detailsOf.get(id)

export function listSimilar(id, limit) {
  const movie = detailsOf.get(id)
  return summaries
    .filter((other) => other.id !== id && other.genres.some((genre) => movie.genres.includes(genre)))
    .slice(0, limit)
    .map((other) => ({ ...other, reason: sharesDirector(movie, other) ? 'sameDirector' : 'sameGenres' }))
}

const sharesDirector = (movie, other) =>
  detailsOf.get(other.id).directors.some((director) => movie.directors.includes(director))

function count(movies, valuesOf) {
  const counts = new Map()
  for (const value of movies.flatMap(valuesOf)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([name, number]) => ({ name, count: number })).sort((left, right) => right.count - left.count)
}

const decade = (movie) => (movie.year ? [String(Math.floor(movie.year / 10) * 10)] : [])

function range(values) {
  const known = values.filter((value) => value !== undefined)
  return known.length ? { min: Math.min(...known), max: Math.max(...known) } : {}
}

export function getFacets(query) {
  const all = select(query)
  return {
    genres: count(select(query, ['genre']), (movie) => movie.genres),
    countries: count(select(query, ['country']), (movie) => detailsOf.get(movie.id).countries),
    decades: count(select(query, ['yearFrom', 'yearTo']), decade),
    sources: count(select(query, ['source']), (movie) => movie.sources),
    ageRatings: count(all, (movie) => (movie.ageRating === undefined ? [] : [String(movie.ageRating)])),
    years: range(all.map((movie) => movie.year)),
    ratings: range(all.map((movie) => movie.rating)),
  }
}

export const suggest = (words, limit) =>
  select(new URLSearchParams({ q: words }))
    .slice(0, limit)
    .map(({ id, title, year, originalTitle }) => {
      const matched = originalTitle && !fold(title).includes(fold(words)) ? originalTitle : title
      return { id, title, ...(year ? { year } : {}), matched }
    })

const rows = [
  ['new', 'Новинки', 'sort=new'],
  ['popular', 'Популярное', 'sort=popular'],
  ['genre:комедия', 'Комедии', 'genre=комедия'],
  ['genre:ужасы', 'Фильмы ужасов', 'genre=ужасы'],
  ['genre:драма', 'Драмы', 'genre=драма'],
  ['shorts', 'Короткометражки', 'durationTo=40'],
  ['decade:1920', '1920-е', 'yearFrom=1920&yearTo=1929'],
  ['source:rutube', 'На Rutube', 'source=rutube'],
]

export function openHome() {
  const sections = rows.map(([key, title, query]) => {
    const { items } = listMovies(new URLSearchParams(`${query}&pageSize=18`))
    return { key, title, query: new URLSearchParams(query).toString(), items }
  })
  return { sections, missing: [] }
}
