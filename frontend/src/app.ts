import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp, type App as VueApp } from 'vue'
import App from '@/App.vue'
import { createI18n } from '@/i18n'
import { createQueryClient } from '@/queries/client'
import { createSiteRouter } from '@/router'

export function createSite(): VueApp {
  const i18n = createI18n()
  return createApp(App).use(i18n).use(createSiteRouter(i18n)).use(VueQueryPlugin, { queryClient: createQueryClient() })
}
