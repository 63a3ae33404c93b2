import { createGlobalState } from '@vueuse/core'
import { shallowRef } from 'vue'

/** The one live region of the site: what a screen reader says of routes and results. */
export const useAnnouncer = createGlobalState(() => {
  const message = shallowRef('')
  return {
    message,
    announce: (text: string) => {
      message.value = text
    },
  }
})
