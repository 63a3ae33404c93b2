/** The answer that index.html asked for before the bundle came. */
interface EarlyRequest {
  url: string
  response: Promise<Response>
}

declare global {
  interface Window {
    __early?: EarlyRequest
  }
}

/** Hands the early answer out once, to the request it was made for. */
export function takeEarly(url: string): Promise<Response> | undefined {
  const early = window.__early
  if (early?.url !== url) return undefined
  delete window.__early
  return early.response
}

/** The data island `<script type="application/json" id="boot">{"url", "data"}</script>` of a host that writes one. */
export function takeIsland(url: string): { data: unknown } | undefined {
  const island = document.getElementById('boot')
  if (!island) return undefined
  const boot = JSON.parse(island.textContent || '{}') as { url?: string; data?: unknown }
  if (boot.url !== url) return undefined
  island.remove()
  return { data: boot.data }
}
