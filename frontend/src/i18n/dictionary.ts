import type { ru } from './ru'

export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

export type MessageKey = keyof typeof ru

/** What every language must give: the Russian keys, a plural where Russian has one. */
export type Dictionary = { [Key in MessageKey]: (typeof ru)[Key] extends string ? string : Plural }

/** A language as loaded: its words, and names for the catalogue's Russian genres and countries. */
export interface Language {
  messages: Dictionary
  names: Readonly<Record<string, string>>
}
