import { computed, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import type { Availability, MovieDetails, MovieVideo } from '@/api/types'
import { playerUrl, webUrl } from '@/lib/hosts'

export interface WatchOption {
  video: MovieVideo
  /** The official player, when its host is one that may be framed. */
  player: URL | undefined
  /** The upload's page at its host. */
  page: string | undefined
}

const lost: readonly Availability[] = ['gone', 'private']

/** Where a film can be watched, and which of the places is chosen: the first that plays, until the visitor says otherwise. */
export function useWatchOptions(movie: MaybeRefOrGetter<MovieDetails>) {
  const options = computed<WatchOption[]>(() =>
    toValue(movie).videos.map((video) => ({ video, player: playerUrl(video.embedUrl), page: webUrl(video.sourceUrl) })),
  )
  const playing = computed(() => options.value.filter((option) => !lost.includes(option.video.availability)))
  const pickedId = shallowRef<number>()

  watch(
    () => toValue(movie).id,
    () => (pickedId.value = undefined),
  )

  const chosen = computed(
    () =>
      options.value.find((option) => option.video.id === pickedId.value) ??
      playing.value.find((option) => option.player) ??
      playing.value[0],
  )

  return {
    options,
    chosen,
    pick: (id: number) => (pickedId.value = id),
    /** Another place to try when the chosen one fails. */
    next: computed(() => {
      const at = playing.value.findIndex((option) => option === chosen.value)
      return [...playing.value.slice(at + 1), ...playing.value.slice(0, Math.max(at, 0))].find(
        (option) => option.player,
      )
    }),
  }
}
