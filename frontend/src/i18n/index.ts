import { inject, shallowRef, type App, type InjectionKey, type ShallowRef } from 'vue'
import type { Language, MessageKey, Plural } from './dictionary'
import { ru } from './ru'

export type { MessageKey } from './dictionary'

export const locales = ['ru', 'en'] as const
export type Locale = (typeof locales)[number]

type Holes = Record<string, string | number>

export interface I18n {
  locale: Readonly<ShallowRef<Locale>>
  /** Words for a key. A plural key is chosen by the number {n}; numbers are written as the language does. */
  t: (key: MessageKey, holes?: Holes) => string
  n: (value: number, options?: Intl.NumberFormatOptions) => string
  d: (value: string | Date, options?: Intl.DateTimeFormatOptions) => string
  /** A genre or country of the catalogue, which are named in Russian. */
  name: (russian: string) => string
  setLocale: (locale: Locale) => Promise<void>
  install: (app: App) => void
}

const key: InjectionKey<I18n> = Symbol('i18n')
const russian: Language = { messages: ru, names: {} }

export function createI18n(): I18n {
  const locale = shallowRef<Locale>('ru')
  const language = shallowRef(russian)

  const n: I18n['n'] = (value, options) => new Intl.NumberFormat(locale.value, options).format(value)

  const i18n: I18n = {
    locale,
    n,
    t: (messageKey, holes = {}) => {
      const message = language.value.messages[messageKey]
      const text = typeof message === 'string' ? message : choose(message, locale.value, holes['n'])
      return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
        const value = holes[name]
        return value === undefined ? hole : typeof value === 'number' ? n(value) : value
      })
    },
    d: (value, options = { dateStyle: 'long' }) =>
      new Intl.DateTimeFormat(locale.value, options)
        .format(new Date(value))
        // "20 ноября 2026", as people write it, and never broken before the year.
        .replace(/\s?г\.$/, '')
        .replaceAll(' ', '\u00a0'),
    name: (russianName) => language.value.names[russianName.toLowerCase()] ?? russianName,
    setLocale: async (wanted) => {
      language.value = wanted === 'ru' ? russian : (await import('./en')).language
      locale.value = wanted
    },
    install: (app) => app.provide(key, i18n),
  }
  return i18n
}

export function useI18n(): I18n {
  const i18n = inject(key)
  if (!i18n) throw new Error('No dictionary is installed: call app.use(createI18n()) before mounting.')
  return i18n
}

function choose(forms: Plural, locale: Locale, count: string | number | undefined): string {
  return forms[new Intl.PluralRules(locale).select(Number(count))] ?? forms.other
}
