// Drawn stills, so that pages have the colours of a real catalogue without any file or host: one scene for each film.

function random(seed) {
  let state = seed * 2654435761
  return () => {
    state = (state ^ (state << 13)) >>> 0
    state = (state ^ (state >>> 17)) >>> 0
    state = (state ^ (state << 5)) >>> 0
    return state / 2 ** 32
  }
}

// Half the colour: old film is never loud.
const hsl = (hue, saturation, light) => `hsl(${Math.round(hue)} ${Math.round(saturation * 0.55)}% ${light}%)`

function ridge(next, base, height, colour) {
  const steps = 9
  const points = Array.from({ length: steps + 1 }, (_, step) => {
    return `${Math.round((step * 1280) / steps)} ${Math.round(base - next() * height)}`
  })
  return `<path d="M0 720V${base}L${points.join('L')}V720z" fill="${colour}"/>`
}

function city(next, colour, lit) {
  let shapes = ''
  for (let x = -20; x < 1280; x += 60 + next() * 60) {
    const top = 260 + next() * 300
    const width = 50 + next() * 60
    shapes += `<rect x="${x | 0}" y="${top | 0}" width="${width | 0}" height="500" fill="${colour}"/>`
    for (let window = 0; window < 5; window++) {
      const y = top + 24 + next() * 260
      shapes += `<rect x="${(x + 8 + next() * (width - 20)) | 0}" y="${y | 0}" width="8" height="12" fill="${lit}" opacity=".8"/>`
    }
  }
  return shapes
}

function figure(next, colour) {
  const x = 420 + next() * 460
  return `<g fill="${colour}" transform="translate(${x | 0} 420)"><circle cx="0" cy="0" r="44"/><path d="M-88 300c0-170 30-250 88-250s88 80 88 250z"/></g>`
}

/** The picture of a film as SVG. */
export function drawPicture(id) {
  const next = random(id + 7)
  for (let warm = 0; warm < 4; warm++) next()
  const hue = (id * 137.508 + 20) % 360
  const glow = (hue + 30 + next() * 60) % 360
  const sunX = 200 + next() * 880
  const sunY = 140 + next() * 220
  const scene = id % 4
  const dark = hsl(hue, 46, 7)
  const layers = [
    () =>
      ridge(next, 520, 200, hsl(hue, 40, 20)) + ridge(next, 620, 160, hsl(hue, 44, 12)) + ridge(next, 700, 90, dark),
    () => city(next, hsl(hue, 40, 13), hsl(glow, 90, 68)) + city(next, dark, hsl(glow, 90, 62)),
    () => ridge(next, 660, 60, hsl(hue, 40, 14)) + figure(next, dark),
    () => ridge(next, 560, 40, hsl(hue, 50, 24)) + ridge(next, 640, 24, hsl(hue, 50, 16)) + figure(next, dark),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 720" width="1280" height="720"><defs>
<linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${hsl(hue, 52, 16)}"/><stop offset=".7" stop-color="${hsl(glow, 62, 46)}"/><stop offset="1" stop-color="${hsl(glow, 70, 62)}"/></linearGradient>
<radialGradient id="l"><stop offset="0" stop-color="${hsl(glow, 95, 88)}"/><stop offset=".25" stop-color="${hsl(glow, 90, 74)}" stop-opacity=".8"/><stop offset="1" stop-color="${hsl(glow, 80, 60)}" stop-opacity="0"/></radialGradient></defs>
<rect width="1280" height="720" fill="url(#s)"/><circle cx="${sunX | 0}" cy="${sunY | 0}" r="${(220 + next() * 200) | 0}" fill="url(#l)"/>${layers[scene]()}</svg>`
}

/** What the Gateway draws for a film without a picture: its title. */
export function drawPoster(id, title) {
  const hue = (id * 137.508) % 360
  const words = title.replace(/[<&]/g, '').slice(0, 24)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 720" width="1280" height="720">
<rect width="1280" height="720" fill="${hsl(hue, 60, 18)}"/>
<text x="640" y="390" text-anchor="middle" font-family="sans-serif" font-size="84" font-weight="700" fill="#fff">${words}</text></svg>`
}
