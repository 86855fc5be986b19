import type { TranslationMap } from '@haiilo-kit/manifest'

import type { TextKey } from './text-key.js'

/** A text of the kit: as it is, or one for each plural category of `Intl.PluralRules`; `{name}` stands for what is put in. */
export type Text = string | { readonly [category: string]: string; readonly other: string }

/** Texts of the kit in one language, by their keys. What is left out is said in English. */
export type Texts = { readonly [Key in TextKey]?: Text }

/** A text of the kit in the languages that are built in; `texts.ts` has one constant each, so that nobody loads what nothing says. */
export interface KitText {
  readonly key: TextKey
  readonly en: Text
  readonly de: Text
}

/** What is put in place of `{name}`. */
export type TextValues = Readonly<Record<string, string | number>>

const added = new Map<string, Texts>()

/**
 * Teaches all components another language, or other words. Do it before they are drawn.
 *
 * @param language A language tag (BCP 47), such as `fr` or `de-CH`.
 * @param texts A JSON file of the form of `en.json`.
 * @throws {RangeError} This is no language tag.
 */
export function addLanguage(language: string, texts: Texts): void {
  const [tag = language] = Intl.getCanonicalLocales(language)
  added.set(tag, { ...added.get(tag), ...texts })
}

/**
 * Where to look for a text, first to last: the language, without its script or region, English.
 *
 * @param language May be anything; what is no language tag is passed over.
 * @returns Language tags, the last one is `en`.
 */
export function fallbackChain(language: string | undefined): readonly string[] {
  const chain: string[] = []
  for (let tag = canonical(language); tag; tag = tag.replace(/-?[^-]*$/, '')) chain.push(tag)
  return [...chain, 'en'].filter((tag, index, all) => all.indexOf(tag) === index)
}

/**
 * The text of a translation map, as in a manifest, in the first language of the chain that it has.
 *
 * @returns An empty text where it has none at all.
 */
export function translate(map: TranslationMap | undefined, chain: readonly string[]): string {
  if (typeof map !== 'object' || map === null) return ''
  const languages = [...chain, ...Object.keys(map)]
  return languages.map((language) => ownText(map, language)).find(Boolean) ?? ''
}

/**
 * A text of the kit, in the first language of the chain that has it.
 *
 * @param values What is put in place of `{name}`; numbers are written as the language does. `count` chooses the plural.
 */
export function say(chain: readonly string[], text: KitText, values: TextValues = {}): string {
  const language = chain.find((tag) => textIn(tag, text) !== undefined) ?? 'en'
  return plural(textIn(language, text) ?? text.en, language, values['count']).replace(
    /\{(\w+)\}/g,
    (place, name: string) => {
      const value = values[name]
      return typeof value === 'number' ? new Intl.NumberFormat(chain[0]).format(value) : (value ?? place)
    },
  )
}

function textIn(language: string, text: KitText): Text | undefined {
  const own = language === 'en' || language === 'de' ? text[language] : undefined
  return added.get(language)?.[text.key] ?? own
}

function plural(text: Text, language: string, count: unknown): string {
  if (typeof text === 'string') return text
  return text[new Intl.PluralRules(language).select(Number(count))] ?? text.other
}

function ownText(map: TranslationMap, language: string): string {
  const text: unknown = Object.hasOwn(map, language) ? map[language] : ''
  return typeof text === 'string' ? text : ''
}

function canonical(language: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(language || [])[0] ?? ''
  } catch {
    return ''
  }
}
