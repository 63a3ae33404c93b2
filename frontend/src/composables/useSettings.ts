import { createSharedComposable, usePreferredDark } from '@vueuse/core'
import { computed, shallowRef } from 'vue'
import { readStored, writeStored } from '@/lib/storage'

const key = 'oc.settings'
const version = 1

interface Settings {
  /** Undefined follows the system. */
  theme?: 'dark' | 'light'
  /** Whether "/" opens the search; single-letter keys can hinder speech input. */
  hotkeys?: boolean
}

/** What the visitor has chosen here, kept in this browser only. */
export const useSettings = createSharedComposable(() => {
  const prefersDark = usePreferredDark()
  const settings = shallowRef<Settings>(readStored(key, version, isSettings) ?? {})

  function change(part: Settings): void {
    settings.value = { ...settings.value, ...part }
    writeStored(key, version, settings.value)
  }

  const isDark = computed(() => (settings.value.theme ? settings.value.theme === 'dark' : prefersDark.value))

  return {
    isDark,
    toggleTheme: () => {
      const theme = isDark.value ? 'light' : 'dark'
      change({ theme })
      document.documentElement.dataset['theme'] = theme
    },
    hotkeys: computed({
      get: () => settings.value.hotkeys !== false,
      set: (hotkeys) => change({ hotkeys }),
    }),
  }
})

function isSettings(data: unknown): data is Settings {
  if (typeof data !== 'object' || data === null) return false
  const { theme, hotkeys } = data as Record<string, unknown>
  return (
    [undefined, 'dark', 'light'].includes(theme as undefined) && [undefined, true, false].includes(hotkeys as undefined)
  )
}
