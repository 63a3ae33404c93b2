export type ProblemKind =
  'offline' | 'unreachable' | 'timeout' | 'badRequest' | 'notFound' | 'gone' | 'limited' | 'server'

/** Why a request brought no data, in terms a page can act on. */
export class ApiProblem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly details: { status?: number; retryAfterSeconds?: number; traceId?: string } = {},
    cause?: unknown,
  ) {
    super(`The catalogue did not answer: ${kind}`, { cause })
    this.name = 'ApiProblem'
  }

  /** Whether the same request may succeed a moment later. */
  get isTransient(): boolean {
    return this.kind === 'unreachable' || this.kind === 'timeout' || this.kind === 'server'
  }

  /** The Gateway refused: problem+json with a trace id, or whatever a proxy in between said. */
  static async fromResponse(response: Response): Promise<ApiProblem> {
    const details: ApiProblem['details'] = { status: response.status }
    const wait = Number(response.headers.get('Retry-After'))
    if (Number.isFinite(wait) && wait > 0) details.retryAfterSeconds = wait
    const traceId = await readTraceId(response)
    if (traceId) details.traceId = traceId
    return new ApiProblem(kindOf(response.status), details)
  }

  /** No answer came, or none that could be read. An abort by the caller is not a problem and stays what it is. */
  static fromFailure(failure: unknown, isOnline: boolean): unknown {
    if (failure instanceof ApiProblem) return failure
    if (failure instanceof DOMException && failure.name === 'AbortError') return failure
    if (failure instanceof DOMException && failure.name === 'TimeoutError')
      return new ApiProblem('timeout', {}, failure)
    if (failure instanceof SyntaxError) return new ApiProblem('server', {}, failure)
    return new ApiProblem(isOnline ? 'unreachable' : 'offline', {}, failure)
  }
}

function kindOf(status: number): ProblemKind {
  switch (status) {
    case 404:
      return 'notFound'
    case 410:
      return 'gone'
    case 429:
      return 'limited'
    case 408:
    case 504:
      return 'timeout'
    default:
      return status >= 500 ? 'server' : 'badRequest'
  }
}

async function readTraceId(response: Response): Promise<string | undefined> {
  if (!response.headers.get('Content-Type')?.startsWith('application/problem+json')) return undefined
  try {
    const problem: unknown = await response.json()
    if (typeof problem !== 'object' || problem === null || !('traceId' in problem)) return undefined
    return typeof problem.traceId === 'string' ? problem.traceId : undefined
  } catch {
    // A body cut short takes only the trace id with it; the status still says what happened.
    return undefined
  }
}
