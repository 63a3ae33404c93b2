import { http, HttpResponse } from 'msw'
import * as catalog from '../e2e/stub/catalog.mjs'

const queryOf = (request: Request) => new URL(request.url).searchParams

/** The stub's films behind each of the Gateway's reads; a test replaces the one it is about. */
export const handlers = [
  http.get('*/api/v1/home', () => HttpResponse.json(catalog.openHome())),
  http.get('*/api/v1/movies', ({ request }) => HttpResponse.json(catalog.listMovies(queryOf(request)))),
  http.get('*/api/v1/facets', ({ request }) => HttpResponse.json(catalog.getFacets(queryOf(request)))),
  http.get('*/api/v1/suggestions', ({ request }) =>
    HttpResponse.json(catalog.suggest(queryOf(request).get('q') ?? '', 6)),
  ),
  http.get('*/api/v1/movies/:id/similar', ({ params }) =>
    HttpResponse.json(catalog.listSimilar(Number(params['id']), 12)),
  ),
  http.get('*/api/v1/movies/:id', ({ params }) => {
    const movie = catalog.getMovie(Number(params['id']))
    return movie ? HttpResponse.json(movie) : problemResponse(404)
  }),
]

export function problemResponse(status: number, headers: Record<string, string> = {}) {
  return HttpResponse.json(
    { type: 'about:blank', title: 'Refused', status, traceId: 'trace-1' },
    { status, headers: { 'Content-Type': 'application/problem+json', ...headers } },
  )
}
