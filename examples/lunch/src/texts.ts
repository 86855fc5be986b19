import type { LunchConfig } from './fields.js'

/** The languages of the plug-in. */
export type Language = 'en' | 'de'

/** All texts of the plug-in in one language. */
export interface Texts {
  readonly language: Language
  readonly canteens: Readonly<Record<LunchConfig['canteen'], string>>
  readonly greeting: (name: string) => string
  readonly price: (euro: number) => string
  readonly editing: string
  readonly more: (count: number) => string
  readonly fewer: string
  readonly reserve: string
  readonly reserveFor: (dish: string) => string
  readonly reserving: string
  readonly reserved: (table: number) => string
  readonly notReserved: string
}

/** Returns the texts for a language tag such as `de` or `en-GB`. Falls back to English. */
export function textsFor(language = 'en'): Texts {
  return /^de\b/i.test(language) ? de : en
}

const en: Texts = {
  language: 'en',
  canteens: { north: 'North canteen', south: 'South canteen' },
  greeting: (name) => `Enjoy, ${name}`,
  price: (euro) => `€${euro.toFixed(2)}`,
  editing: 'You are editing this page.',
  more: (count) => `Show ${count} more`,
  fewer: 'Show fewer',
  reserve: 'Reserve',
  reserveFor: (dish) => `Reserve: ${dish}`,
  reserving: 'Requesting a seat…',
  reserved: (table) => `Reserved: table ${table}`,
  notReserved: 'No seat could be reserved.',
}

const de: Texts = {
  language: 'de',
  canteens: { north: 'Kantine Nord', south: 'Kantine Süd' },
  greeting: (name) => `Guten Appetit, ${name}`,
  price: (euro) => `${euro.toFixed(2).replace('.', ',')} €`,
  editing: 'Diese Seite wird gerade bearbeitet.',
  more: (count) => `${count} weitere zeigen`,
  fewer: 'Weniger zeigen',
  reserve: 'Reservieren',
  reserveFor: (dish) => `Reservieren: ${dish}`,
  reserving: 'Ein Platz wird gesucht…',
  reserved: (table) => `Reserviert: Tisch ${table}`,
  notReserved: 'Es konnte kein Platz reserviert werden.',
}
