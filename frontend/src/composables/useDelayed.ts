import { onScopeDispose, shallowRef, toValue, watch, type MaybeRefOrGetter, type ShallowRef } from 'vue'

const waitMilliseconds = 150
const leastMilliseconds = 300

/** Follows a flag, late: a fast answer shows no skeleton, and one that is shown stays long enough to be read. */
export function useDelayed(flag: MaybeRefOrGetter<boolean>): Readonly<ShallowRef<boolean>> {
  const isShown = shallowRef(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(
    () => toValue(flag),
    (isWanted) => {
      clearTimeout(timer)
      if (isWanted === isShown.value) return
      timer = setTimeout(() => (isShown.value = isWanted), isWanted ? waitMilliseconds : leastMilliseconds)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))
  return isShown
}
