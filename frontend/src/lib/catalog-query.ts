/** The catalogue's state and its only home, the address: one state has one string. */

export const sortKeys = ['relevance', 'popular', 'new', 'rating', 'year', 'title', 'duration'] as const
export type SortKey = (typeof sortKeys)[number]
export type Sort = SortKey | `-${SortKey}`

export interface CatalogState {
  q: string
  genre: string[]
  country: string
  source: string
  yearFrom: number | undefined
  yearTo: number | undefined
  ratingFrom: number | undefined
  durationFrom: number | undefined
  durationTo: number | undefined
  /** Undefined means the Gateway's own: relevance with words, else popular. */
  sort: Sort | undefined
  page: number
}

export const emptyState: Readonly<CatalogState> = Object.freeze({
  q: '',
  genre: [],
  country: '',
  source: '',
  yearFrom: undefined,
  yearTo: undefined,
  ratingFrom: undefined,
  durationFrom: undefined,
  durationTo: undefined,
  sort: undefined,
  page: 1,
})

const limits = {
  yearFrom: [1888, 2100],
  yearTo: [1888, 2100],
  ratingFrom: [0, 10],
  durationFrom: [0, 1440],
  durationTo: [0, 1440],
} as const

export type RangeKey = keyof typeof limits
export const rangeKeys = Object.keys(limits) as RangeKey[]

const maxText = 200
const maxPage = 100_000

/** Reads an address. What cannot be understood is dropped and named in `dropped`; foreign parameters are ignored. */
export function parseCatalogQuery(query: URLSearchParams): { state: CatalogState; dropped: string[] } {
  const state: CatalogState = { ...emptyState, genre: [] }
  const dropped: string[] = []
  state.q = cleanText(query.get('q'))
  state.country = cleanText(query.get('country'))
  state.source = cleanText(query.get('source'))
  state.genre = [...new Set(query.getAll('genre').map(cleanText).filter(Boolean))].sort(byCodeUnit)
  for (const key of rangeKeys) {
    const raw = query.get(key)
    if (!raw) continue
    const value = parseNumber(raw, key)
    if (value === undefined) dropped.push(key)
    else state[key] = value
  }
  const sort = query.get('sort')
  if (sort && isSort(sort)) state.sort = withoutDefault(sort, state.q)
  else if (sort) dropped.push('sort')
  const page = query.get('page')
  if (page && /^[1-9]\d{0,5}$/.test(page) && Number(page) <= maxPage) state.page = Number(page)
  else if (page) dropped.push('page')
  return { state, dropped }
}

/** Writes a state as the Gateway reads it, defaults left out, in a fixed order. */
export function catalogParams(state: CatalogState): URLSearchParams {
  const query = filterParams(state)
  const sort = state.sort && withoutDefault(state.sort, state.q)
  if (sort) query.set('sort', sort)
  if (state.page > 1) query.set('page', String(state.page))
  return query
}

/** The filters alone: what the facets obey and what tells one list from another. */
export function filterParams(state: CatalogState): URLSearchParams {
  const query = new URLSearchParams()
  if (state.q) query.set('q', state.q)
  for (const genre of [...state.genre].sort(byCodeUnit)) query.append('genre', genre)
  if (state.country) query.set('country', state.country)
  for (const key of rangeKeys) {
    const value = state[key]
    if (value !== undefined) query.set(key, String(value))
  }
  if (state.source) query.set('source', state.source)
  return query
}

export function isSort(value: string): value is Sort {
  return (sortKeys as readonly string[]).includes(value.replace(/^-/, ''))
}

function withoutDefault(sort: Sort, words: string): Sort | undefined {
  return sort === (words ? 'relevance' : 'popular') ? undefined : sort
}

function parseNumber(raw: string, key: RangeKey): number | undefined {
  const pattern = key === 'ratingFrom' ? /^\d{1,2}(\.\d)?$/ : /^\d{1,4}$/
  const value = Number(raw)
  const [low, high] = limits[key]
  return pattern.test(raw) && value >= low && value <= high ? value : undefined
}

function cleanText(raw: string | null): string {
  return (raw ?? '').replace(/\s+/g, ' ').trim().slice(0, maxText).trim()
}

function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
