const widths = { s: 320, m: 640, l: 1280 } as const

export type ImageSize = keyof typeof widths

export interface PicturedMovie {
  id: number
  /** The Gateway's address of the picture; it names the version of a picture that may be kept for ever. */
  imageUrl?: string
}

/**
 * A film's picture from our own origin: no host learns of the visitor before "play".
 * A bare one leaves the title out where the Gateway has to draw it.
 */
export function imageUrl(movie: PicturedMovie, size: ImageSize, isBare = false): string {
  const version = /[?&](v=[\da-f]+)$/.exec(movie.imageUrl ?? '')?.[1]
  return `/images/movies/${movie.id}?size=${size}${isBare ? '&bare=true' : ''}${version ? `&${version}` : ''}`
}

export function imageSrcset(movie: PicturedMovie, isBare = false): string {
  const sizes = Object.keys(widths) as ImageSize[]
  return sizes.map((size) => `${imageUrl(movie, size, isBare)} ${widths[size]}w`).join(', ')
}

/** A hue of its own for each film, spread evenly however close the ids are. */
export function movieHue(movieId: number): number {
  const goldenAngle = 137.508
  return Math.round((movieId * goldenAngle) % 360)
}
