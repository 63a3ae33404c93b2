/** Hosts whose official players may be framed. The page's security policy names the same ones. */
const playerHosts = new Set(['rutube.ru', 'archive.org'])

const sourceNames: Record<string, string> = {
  rutube: 'Rutube',
  archive: 'Internet Archive',
}

/** The address when it is an https one of an allowed player, else undefined. */
export function playerUrl(embedUrl: string | undefined): URL | undefined {
  const url = parseUrl(embedUrl)
  return url?.protocol === 'https:' && !url.port && playerHosts.has(url.hostname) ? url : undefined
}

/** An address that may stand in a link: http or https only, whatever a source has sent. */
export function webUrl(address: string | undefined): string | undefined {
  const url = parseUrl(address)
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined
}

/** Short enough for a mark on a card. */
export function sourceMark(source: string): string {
  return source === 'archive' ? 'Archive' : sourceName(source)
}

export function sourceName(source: string): string {
  return sourceNames[source] ?? source
}

function parseUrl(address: string | undefined): URL | undefined {
  return address && URL.canParse(address) ? new URL(address) : undefined
}
