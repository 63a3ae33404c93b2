import { takeEarly, takeIsland } from './early'
import { ApiProblem } from './problem'

const timeoutMilliseconds = 10_000

/** Reads JSON from the Gateway. Throws {@link ApiProblem}, or the caller's own abort. */
export async function get<T>(path: string, query: URLSearchParams, signal: AbortSignal): Promise<T> {
  const text = query.toString()
  const url = text ? `${path}?${text}` : path
  const island = takeIsland(url)
  if (island) return island.data as T
  try {
    const response = await (takeEarly(url) ?? request(url, signal))
    if (!response.ok) throw await ApiProblem.fromResponse(response)
    return (await response.json()) as T
  } catch (failure) {
    throw ApiProblem.fromFailure(failure, navigator.onLine)
  }
}

function request(url: string, signal: AbortSignal): Promise<Response> {
  return fetch(url, {
    headers: { Accept: 'application/json' },
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMilliseconds)]),
  })
}
