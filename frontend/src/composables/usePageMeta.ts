import { computed, toValue, watchEffect, type MaybeRefOrGetter } from 'vue'
import { useRoute } from 'vue-router'
import { useI18n } from '@/i18n'

/**
 * The document's title, description, canonical address and its twins in both languages.
 * @param address The page's one path and query; undefined for a page that has none. Without it, the path that is shown.
 */
export function usePageMeta(
  title: MaybeRefOrGetter<string | undefined>,
  description?: MaybeRefOrGetter<string | undefined>,
  address?: MaybeRefOrGetter<string | undefined>,
) {
  const { t } = useI18n()
  const route = useRoute()
  const full = computed(() => {
    const own = toValue(title)
    return own ? `${own} — ${t('site.name')}` : t('site.name')
  })

  watchEffect(() => {
    document.title = full.value
    meta('description', toValue(description) ?? t('site.description'))
    const path = address === undefined ? route.path : toValue(address)
    const russian = path?.replace(/^\/en(?=[/?]|$)/, '').replace(/^(?!\/)/, '/')
    link('canonical', undefined, path)
    link('alternate', 'ru', russian)
    link('alternate', 'en', russian && `/en${russian.replace(/^\/(?=[?]|$)/, '')}`)
    link('alternate', 'x-default', russian)
  })
}

function meta(name: string, content: string): void {
  const found = document.head.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)
  const element = found ?? document.head.appendChild(Object.assign(document.createElement('meta'), { name }))
  element.content = content
}

function link(rel: string, hreflang: string | undefined, path: string | undefined): void {
  const selector = `link[rel="${rel}"]${hreflang ? `[hreflang="${hreflang}"]` : ''}`
  const found = document.head.querySelector<HTMLLinkElement>(selector)
  if (path === undefined) {
    found?.remove()
    return
  }
  const element = found ?? document.head.appendChild(Object.assign(document.createElement('link'), { rel }))
  if (hreflang) element.hreflang = hreflang
  element.href = new URL(path, location.origin).href
}
