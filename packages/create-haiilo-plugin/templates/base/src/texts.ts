/** The texts of the plug-in in one language. */
export interface Texts {
  readonly language: string
  readonly greeting: (name: string) => string
  readonly progress: (done: number, total: number) => string
  readonly praise: string
  readonly editing: string
}

const en: Texts = {
  language: 'en',
  greeting: (name) => (name === '' ? 'Welcome!' : `Welcome, ${name}!`),
  progress: (done, total) => `${String(done)} of ${String(total)} done`,
  praise: 'Well done. That was everything!',
  editing: 'Someone is editing this page. Tasks can be ticked later.',
}

const de: Texts = {
  language: 'de',
  greeting: (name) => (name === '' ? 'Willkommen!' : `Willkommen, ${name}!`),
  progress: (done, total) => `${String(done)} von ${String(total)} erledigt`,
  praise: 'Gut gemacht. Das war alles!',
  editing: 'Diese Seite wird gerade bearbeitet. Aufgaben lassen sich später abhaken.',
}

/** Returns the texts for a language tag such as `de` or `en-GB`. English is the fallback. */
export function textsFor(language = 'en'): Texts {
  return /^de\b/i.test(language) ? de : en
}
