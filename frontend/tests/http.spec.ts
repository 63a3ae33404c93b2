import { http, HttpResponse } from 'msw'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fetchHome, fetchMovie, fetchMovies } from '@/api/endpoints'
import { ApiProblem } from '@/api/problem'
import { problemResponse } from './handlers'
import { server } from './server'

const { signal } = new AbortController()
const answer = (response: () => Response | Promise<Response>) => server.use(http.get('*/api/v1/home', response))

async function problemOf(request: Promise<unknown>): Promise<ApiProblem> {
  const failure = await request.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(failure instanceof ApiProblem)) throw new Error(`An ApiProblem was expected, not ${String(failure)}`)
  return failure
}

afterEach(() => {
  vi.restoreAllMocks()
  delete window.__early
})

describe('a request to the Gateway', () => {
  it('sends the parameters under their own names', async () => {
    const page = await fetchMovies(new URLSearchParams({ q: 'метрополис' }), signal)
    expect(page.items.map((movie) => movie.title)).toEqual(['Метрополис'])
  })

  it.each([
    [400, 'badRequest'],
    [404, 'notFound'],
    [410, 'gone'],
    [429, 'limited'],
    [500, 'server'],
    [503, 'server'],
    [504, 'timeout'],
  ])('that is answered %i is a problem of the kind "%s"', async (status, kind) => {
    answer(() => problemResponse(status))
    const problem = await problemOf(fetchHome(signal))
    expect([problem.kind, problem.details.traceId]).toEqual([kind, 'trace-1'])
  })

  it('keeps how long to wait', async () => {
    answer(() => problemResponse(429, { 'Retry-After': '17' }))
    expect((await problemOf(fetchHome(signal))).details.retryAfterSeconds).toBe(17)
  })

  it('survives a proxy that answers with a page of its own', async () => {
    answer(() => new HttpResponse('<h1>Bad gateway</h1>', { status: 502, headers: { 'Content-Type': 'text/html' } }))
    const problem = await problemOf(fetchHome(signal))
    expect([problem.kind, problem.details.traceId]).toEqual(['server', undefined])
  })

  it('treats a body that is no JSON as a fault of the server', async () => {
    answer(() => new HttpResponse('{"sections": [', { headers: { 'Content-Type': 'application/json' } }))
    expect((await problemOf(fetchHome(signal))).kind).toBe('server')
  })

  it('tells an unreachable server from a browser without network', async () => {
    answer(() => HttpResponse.error())
    const online = await problemOf(fetchHome(signal))
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    const offline = await problemOf(fetchHome(signal))
    expect([online.kind, offline.kind]).toEqual(['unreachable', 'offline'])
  })

  it('takes the answer that was asked for before the bundle, once', async () => {
    window.__early = { url: '/api/v1/movies/7', response: Promise.resolve(Response.json({ id: 7, title: 'early' })) }
    const first = await fetchMovie(7, signal)
    const second = await fetchMovie(7, signal)
    expect([first.title, second.title === 'early', window.__early]).toEqual(['early', false, undefined])
  })

  it('leaves an early answer to another question alone', async () => {
    window.__early = { url: '/api/v1/movies/8', response: Promise.resolve(Response.json({ id: 8, title: 'early' })) }
    expect((await fetchMovie(7, signal)).title).not.toBe('early')
  })

  it('reads the island that the host wrote into the page', async () => {
    document.head.innerHTML = `<script type="application/json" id="boot">{"url":"/api/v1/movies/7","data":{"id":7,"title":"island"}}</script>`
    expect((await fetchMovie(7, signal)).title).toBe('island')
  })
})

describe('a failure without an answer', () => {
  it('is the caller’s own abort when the caller has aborted', () => {
    const abort = new DOMException('Left the page', 'AbortError')
    expect(ApiProblem.fromFailure(abort, true)).toBe(abort)
  })

  it('is a time-out when the time was up', () => {
    const failure = ApiProblem.fromFailure(new DOMException('Too long', 'TimeoutError'), true)
    expect((failure as ApiProblem).kind).toBe('timeout')
  })
})
