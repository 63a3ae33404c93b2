const widths = { s: 320, m: 640, l: 1280 } as const

export type ImageSize = keyof typeof widths

/**
 * A film's picture from our own origin: no host learns of the visitor before "play".
 * A bare one leaves the title out where the Gateway has to draw it.
 */
export function imageUrl(movieId: number, size: ImageSize, isBare = false): string {
  return `/images/movies/${movieId}?size=${size}${isBare ? '&bare=true' : ''}`
}

export function imageSrcset(movieId: number, isBare = false): string {
  const sizes = Object.keys(widths) as ImageSize[]
  return sizes.map((size) => `${imageUrl(movieId, size, isBare)} ${widths[size]}w`).join(', ')
}

/** A hue of its own for each film, spread evenly however close the ids are. */
export function movieHue(movieId: number): number {
  const goldenAngle = 137.508
  return Math.round((movieId * goldenAngle) % 360)
}
