import { describe, expect, it } from 'vitest'
import { language as en } from '@/i18n/en'
import { ru } from '@/i18n/ru'
import { i18nIn } from './mount'

type Message = string | Record<string, string>

const russian: Record<string, Message> = ru
const english: Record<string, Message> = en.messages
const forms = (message: Message | undefined) => (typeof message === 'object' ? Object.values(message) : [message ?? ''])
const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort()
const rules = (locale: string) => new Intl.PluralRules(locale).resolvedOptions().pluralCategories

describe('the dictionaries', () => {
  it('have the same keys', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(russian).sort())
  })

  it.each(Object.keys(russian))('have the same holes in "%s"', (key) => {
    const expected = holes(forms(russian[key])[0] ?? '')
    for (const text of [...forms(russian[key]), ...forms(english[key])]) expect(holes(text)).toEqual(expected)
  })

  it('leave no text empty', () => {
    const texts = [...Object.values(russian), ...Object.values(english)].flatMap(forms)
    expect(texts.filter((text) => !text.trim())).toEqual([])
  })

  it.each([
    ['ru', russian],
    ['en', english],
  ])('give every plural form that "%s" has', (locale, messages) => {
    for (const message of Object.values(messages)) {
      if (typeof message === 'object') expect(Object.keys(message).sort()).toEqual(rules(locale).sort())
    }
  })

  it('keep Russian letters out of English', () => {
    const toRussian = ['language.switch']
    const leaks = Object.entries(english).filter(
      ([key]) => !toRussian.includes(key) && forms(english[key]).some(isRussian),
    )
    expect(leaks).toEqual([])
  })
})

const isRussian = (text: string) => /\p{Script=Cyrillic}/u.test(text)

describe('the words of a language', () => {
  it.each([
    [0, '0 фильмов'],
    [1, '1 фильм'],
    [2, '2 фильма'],
    [5, '5 фильмов'],
    [11, '11 фильмов'],
    [21, '21 фильм'],
    [4213, '4\u00a0213 фильмов'],
  ])('count %i in Russian', async (n, text) => {
    const { t } = await i18nIn('ru')
    expect(t('catalog.found', { n })).toBe(text)
  })

  it.each([
    [1, '1 film'],
    [2, '2 films'],
    [21, '21 films'],
    [4213, '4,213 films'],
  ])('count %i in English', async (n, text) => {
    const { t } = await i18nIn('en')
    expect(t('catalog.found', { n })).toBe(text)
  })

  it('put a hostile text in as it is', async () => {
    const { t } = await i18nIn('ru')
    expect(t('search.all', { q: '$& {q} <b>' })).toBe('Все результаты: «$& {q} <b>»')
  })

  it('write a date without the letter for "year"', async () => {
    const { d } = await i18nIn('ru')
    expect(d('2026-11-20T12:00:00Z')).toBe('20\u00a0ноября\u00a02026')
  })

  it('name a genre in English and keep one that is unknown', async () => {
    const { name } = await i18nIn('en')
    expect([name('Ужасы'), name('киберпанк')]).toEqual(['horror', 'киберпанк'])
  })
})
