/** The page numbers worth a link: both ends and the neighbours; a gap of one page is filled, a wider one is null. */
export function pageWindow(current: number, last: number): (number | null)[] {
  const wanted = new Set([1, last, current - 1, current, current + 1])
  const pages = [...wanted].filter((page) => page >= 1 && page <= last).sort((left, right) => left - right)
  const result: (number | null)[] = []
  for (const page of pages) {
    const before = result.at(-1)
    if (typeof before === 'number' && page - before === 2) result.push(page - 1)
    else if (typeof before === 'number' && page - before > 2) result.push(null)
    result.push(page)
  }
  return result
}
