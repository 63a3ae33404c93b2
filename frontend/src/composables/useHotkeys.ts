import { useEventListener } from '@vueuse/core'
import { useSettings } from './useSettings'

/** Ctrl+K or ⌘K anywhere, and "/" unless the visitor types or has switched it off. */
export function useSearchHotkeys(openSearch: () => void): void {
  const { hotkeys } = useSettings()

  useEventListener('keydown', (event: KeyboardEvent) => {
    const isChord = (event.ctrlKey || event.metaKey) && !event.altKey && event.code === 'KeyK'
    const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey
    if (!isChord && !(isSlash && hotkeys.value && !isTyping(event.target))) return
    event.preventDefault()
    openSearch()
  })
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
}
