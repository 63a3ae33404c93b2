import { refDebounced } from '@vueuse/core'
import { computed, shallowRef, watch, type Ref } from 'vue'
import { useSuggestions } from '@/queries/catalog'

const debounceMilliseconds = 180
const fewestLetters = 2

/** The suggestions under the search field: what is offered, whether the list is open, and which line is chosen.
 * The last line, after the films, stands for all results. */
export function useSuggestBox(text: Ref<string>) {
  const words = computed(() => text.value.replace(/\s+/g, ' ').trim())
  const asked = refDebounced(words, debounceMilliseconds)
  const query = useSuggestions(asked)
  const isWanted = shallowRef(false)
  const active = shallowRef(-1)

  const films = computed(() => (words.value.length >= fewestLetters ? (query.data.value ?? []) : []))
  const isOpen = computed(() => isWanted.value && words.value.length >= fewestLetters)
  const count = computed(() => films.value.length + 1)

  watch([words, films], () => (active.value = -1))

  return {
    words,
    films,
    isOpen,
    active,
    open: () => (isWanted.value = true),
    close: () => {
      isWanted.value = false
      active.value = -1
    },
    /** Down from the field is the first line, up from the first is the field again. */
    move: (step: 1 | -1) => {
      isWanted.value = true
      const places = count.value + 1
      active.value = ((active.value + 1 + step + places) % places) - 1
    },
    /** Whether the films stand for what is typed now, and not for the letters before. */
    isSettled: computed(() => asked.value === words.value && !query.isFetching.value),
  }
}
