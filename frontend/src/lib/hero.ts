interface HeroCandidate {
  id: number
  rating?: number
  views: number
  imageUrl?: string
  isAvailable: boolean
}

/** The film worth the front of the house: it plays, it has a picture, and people like it. */
export function pickHero<T extends HeroCandidate>(movies: readonly T[]): T | undefined {
  const playing = movies.filter((movie) => movie.isAvailable)
  const pictured = playing.filter((movie) => movie.imageUrl)
  return [...(pictured.length ? pictured : playing)].sort(better)[0]
}

function better(left: HeroCandidate, right: HeroCandidate): number {
  return (right.rating ?? 0) - (left.rating ?? 0) || right.views - left.views || left.id - right.id
}
