const widths = { s: 320, m: 640, l: 1280 } as const

export type ImageSize = keyof typeof widths

/** A film's picture from our own origin: no host learns of the visitor before "play". */
export function imageUrl(movieId: number, size: ImageSize): string {
  return `/images/movies/${movieId}?size=${size}`
}

export function imageSrcset(movieId: number): string {
  return (Object.keys(widths) as ImageSize[]).map((size) => `${imageUrl(movieId, size)} ${widths[size]}w`).join(', ')
}

/** A hue of its own for each film, spread evenly however close the ids are. */
export function movieHue(movieId: number): number {
  const goldenAngle = 137.508
  return Math.round((movieId * goldenAngle) % 360)
}
