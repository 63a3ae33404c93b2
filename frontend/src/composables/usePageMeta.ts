import { computed, toValue, watchEffect, type MaybeRefOrGetter } from 'vue'
import { useRoute } from 'vue-router'
import { useI18n } from '@/i18n'
import { useLinks } from './useLinks'

/** The document's title, description, canonical address and its twin in the other language. */
export function usePageMeta(
  title: MaybeRefOrGetter<string | undefined>,
  description?: MaybeRefOrGetter<string | undefined>,
) {
  const { t, locale } = useI18n()
  const { otherLanguage } = useLinks()
  const route = useRoute()
  const full = computed(() => {
    const own = toValue(title)
    return own ? `${own} — ${t('site.name')}` : t('site.name')
  })

  watchEffect(() => {
    document.title = full.value
    meta('description', toValue(description) ?? t('site.description'))
    const here = route.fullPath
    const other = otherLanguage.value
    link('canonical', undefined, here)
    link('alternate', 'ru', locale.value === 'ru' ? here : other)
    link('alternate', 'en', locale.value === 'en' ? here : other)
  })
}

function meta(name: string, content: string): void {
  const found = document.head.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)
  const element = found ?? document.head.appendChild(Object.assign(document.createElement('meta'), { name }))
  element.content = content
}

function link(rel: string, hreflang: string | undefined, path: string): void {
  const selector = `link[rel="${rel}"]${hreflang ? `[hreflang="${hreflang}"]` : ''}`
  const found = document.head.querySelector<HTMLLinkElement>(selector)
  const element = found ?? document.head.appendChild(Object.assign(document.createElement('link'), { rel }))
  if (hreflang) element.hreflang = hreflang
  element.href = new URL(path, location.origin).href
}
