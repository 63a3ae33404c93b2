/** Arrow keys inside a row of links: left and right, both ends, and the same place in the row above or below. */
export function moveInRail(event: KeyboardEvent, rail: HTMLElement): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const links = linksOf(rail)
  const at = links.findIndex((link) => link === document.activeElement)
  if (at < 0) return
  const target = targetOf(event.key, links, at, rail)
  if (!target) return
  event.preventDefault()
  target.focus()
}

function targetOf(key: string, links: HTMLElement[], at: number, rail: HTMLElement): HTMLElement | undefined {
  switch (key) {
    case 'ArrowLeft':
      return links[at - 1]
    case 'ArrowRight':
      return links[at + 1]
    case 'Home':
      return links[0]
    case 'End':
      return links.at(-1)
    case 'ArrowUp':
      return closestIn(neighbour(rail, -1), links[at])
    case 'ArrowDown':
      return closestIn(neighbour(rail, 1), links[at])
    default:
      return undefined
  }
}

function neighbour(rail: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const rails = [...document.querySelectorAll<HTMLElement>('[data-rail]')]
  return rails[rails.indexOf(rail) + step]
}

function closestIn(rail: HTMLElement | undefined, link: HTMLElement | undefined): HTMLElement | undefined {
  if (!rail || !link) return undefined
  const distance = (other: HTMLElement) =>
    Math.abs(other.getBoundingClientRect().left - link.getBoundingClientRect().left)
  return linksOf(rail).sort((left, right) => distance(left) - distance(right))[0]
}

function linksOf(rail: HTMLElement): HTMLElement[] {
  return [...rail.querySelectorAll<HTMLElement>('a[href]')]
}
