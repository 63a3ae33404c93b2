import { describe, expect, it } from 'vitest'
import {
  catalogParams,
  emptyState,
  filterParams,
  parseCatalogQuery,
  sortKeys,
  type CatalogState,
  type Sort,
} from '@/lib/catalog-query'

const parse = (query: string) => parseCatalogQuery(new URLSearchParams(query))
const write = (state: CatalogState) => catalogParams(state).toString()

/** The same states on every run: a failure can be looked at. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return Math.floor((state / 2 ** 32) * below)
  }
}

function someState(seed: number): CatalogState {
  const next = numbers(seed)
  const maybe = <T>(value: T) => (next(2) ? value : undefined)
  const genres = ['драма', 'комедия', 'film noir', 'a&b=c', 'ужасы', '100% кино', 'ё+е']
  const sort = `${next(2) ? '-' : ''}${sortKeys[next(sortKeys.length)]}` as Sort
  return {
    q: ['', 'брат 2', '  c++ & "кавычки" ', 'ёлка', '%D0', '?page=9#x'][next(6)]!.trim(),
    genre: genres.filter(() => next(3) === 0).sort(),
    country: ['', 'СССР', 'Côte d’Ivoire'][next(3)]!,
    source: ['', 'rutube', 'archive'][next(3)]!,
    yearFrom: maybe(1888 + next(140)),
    yearTo: maybe(1888 + next(140)),
    ratingFrom: maybe(next(101) / 10),
    durationFrom: maybe(next(300)),
    durationTo: maybe(next(300)),
    sort: maybe(sort),
    page: 1 + next(500),
  }
}

describe('the codec of the catalogue', () => {
  it('reads back every state it writes, but for a sort that is the default', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const state = someState(seed)
      const isDefault = state.sort === (state.q ? 'relevance' : 'popular')
      const expected = isDefault ? { ...state, sort: undefined } : state
      expect(parse(write(state)), `seed ${seed}`).toEqual({ state: expected, dropped: [] })
    }
  })

  it('writes the same string for the same state, whatever the order of the address was', () => {
    const one = parse('sort=year&genre=ужасы&genre=драма&yearFrom=1920&q=мать')
    const other = parse('q=мать&yearFrom=1920&genre=драма&genre=ужасы&genre=драма&sort=year')
    expect(write(one.state)).toBe(write(other.state))
  })

  it('leaves out all defaults', () => {
    expect(write({ ...emptyState, genre: [] })).toBe('')
  })

  it('uses the names and the repetition of the contract', () => {
    const state = { ...emptyState, genre: ['ужасы', 'драма'], ratingFrom: 7.5, sort: '-year' as const, page: 3 }
    expect([...catalogParams(state)]).toEqual([
      ['genre', 'драма'],
      ['genre', 'ужасы'],
      ['ratingFrom', '7.5'],
      ['sort', '-year'],
      ['page', '3'],
    ])
  })

  it('gives the facets neither sort nor page', () => {
    const state = { ...emptyState, genre: ['драма'], sort: 'year' as const, page: 4 }
    expect([...filterParams(state)]).toEqual([['genre', 'драма']])
  })

  it.each([
    ['yearFrom=abc', 'yearFrom'],
    ['yearFrom=1700', 'yearFrom'],
    ['yearTo=1950.5', 'yearTo'],
    ['ratingFrom=11', 'ratingFrom'],
    ['ratingFrom=7.55', 'ratingFrom'],
    ['durationTo=-5', 'durationTo'],
    ['durationFrom=1e3', 'durationFrom'],
    ['sort=views', 'sort'],
    ['sort=--year', 'sort'],
    ['page=0', 'page'],
    ['page=-1', 'page'],
    ['page=1x', 'page'],
    ['page=99999999', 'page'],
  ])('drops and names the junk in %s', (query, name) => {
    expect(parse(query)).toEqual({ state: { ...emptyState, genre: [] }, dropped: [name] })
  })

  it('ignores parameters it does not know', () => {
    expect(parse('utm_source=mail&admin=true')).toEqual({ state: { ...emptyState, genre: [] }, dropped: [] })
  })

  it('never throws and never keeps more than the contract allows, whatever the address is', () => {
    const next = numbers(42)
    for (let run = 0; run < 500; run++) {
      const junk = Array.from({ length: next(60) }, () => String.fromCharCode(next(0x500))).join('')
      const { state } = parse(`q=${junk}&genre=${junk}&yearFrom=${junk}&page=${junk}&sort=${junk}`)
      expect(state.q.length).toBeLessThanOrEqual(200)
      expect(parse(write(state)).state).toEqual(state)
    }
  })
})
