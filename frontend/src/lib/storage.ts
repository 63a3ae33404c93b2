/** JSON in localStorage under a version. Works, without memory, where storage is forbidden. */
export function readStored<T>(key: string, version: number, isValid: (data: unknown) => data is T): T | undefined {
  try {
    const raw = localStorage.getItem(key)
    if (raw === null) return undefined
    const stored = parse(raw)
    if (isVersioned(stored) && stored.v === version && isValid(stored.data)) return stored.data
    setAside(key, raw)
  } catch (failure) {
    report(key, failure)
  }
  return undefined
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    // Whoever wrote it, it is not ours to read: the caller keeps it aside.
    return undefined
  }
}

export function writeStored(key: string, version: number, data: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify({ v: version, data }))
  } catch (failure) {
    report(key, failure)
  }
}

function isVersioned(value: unknown): value is { v: unknown; data: unknown } {
  return typeof value === 'object' && value !== null && 'v' in value && 'data' in value
}

/** What cannot be read is kept beside, so that a later version may still save it. */
function setAside(key: string, raw: string): void {
  localStorage.setItem(`${key}.unreadable`, raw)
  localStorage.removeItem(key)
}

function report(key: string, failure: unknown): void {
  console.warn(`The browser's storage cannot keep "${key}"; it lasts for this visit only.`, failure)
}
