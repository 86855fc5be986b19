import type { LunchConfig } from './fields.js'

/** A language that the plug-in speaks. */
export type Language = 'en' | 'de'

/** Everything that the plug-in says, in one language. */
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

/** The texts for a person's language, a tag such as `de` or `en-GB`; English where we do not speak it. */
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
  reserving: 'Asking for a seat…',
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
