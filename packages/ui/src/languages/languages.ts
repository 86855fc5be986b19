import type { TranslationMap } from '@haiilo-kit/manifest'

import type { TextKey } from './text-key.js'

/** A text, or one text for each plural category of `Intl.PluralRules`. `{name}` is a placeholder for a value. */
export type Text = string | { readonly [category: string]: string; readonly other: string }

/** Texts in one language, by their keys. Missing texts are shown in English. */
export type Texts = { readonly [Key in TextKey]?: Text }

/** A text in the built-in languages. `texts.ts` has one constant for each, so that a bundle contains only the texts that it uses. */
export interface KitText {
  readonly key: TextKey
  readonly en: Text
  readonly de: Text
}

/** The values of the placeholders. */
export type TextValues = Readonly<Record<string, string | number>>

/** The texts of `addLanguage`, by language tag. */
const added = new Map<string, Texts>()

/**
 * Adds a language to all components, or replaces texts of a language. Call it before components are rendered.
 *
 * @param language A language tag (BCP 47), such as `fr` or `de-CH`.
 * @param texts The texts, with the keys of `en.json`.
 * @throws {RangeError} `language` is not a valid language tag.
 */
export function addLanguage(language: string, texts: Texts): void {
  const [tag = language] = Intl.getCanonicalLocales(language)
  added.set(tag, { ...added.get(tag), ...texts })
}

/**
 * Returns the languages to look for a text in, first to last: the language itself, the language without its script or region, English.
 *
 * @param language Any text. An invalid language tag is ignored.
 * @returns Language tags. The last one is `en`.
 */
export function fallbackChain(language: string | undefined): readonly string[] {
  const chain: string[] = []
  for (let tag = canonical(language); tag; tag = tag.replace(/-?[^-]*$/, '')) chain.push(tag)
  return [...chain, 'en'].filter((tag, index, all) => all.indexOf(tag) === index)
}

/**
 * Translates with a translation map of a manifest.
 *
 * @returns The text in the first language of the chain that the map contains, or else the first text of the map. An empty text if the map has
 *   no text.
 */
export function translate(map: TranslationMap | undefined, chain: readonly string[]): string {
  if (typeof map !== 'object' || map === null) return ''
  const languages = [...chain, ...Object.keys(map)]
  return languages.map((language) => ownText(map, language)).find(Boolean) ?? ''
}

/**
 * Translates a text of the kit, and replaces its placeholders.
 *
 * @param values The values of the placeholders. Numbers are formatted for the language. `count` selects the plural form.
 * @returns The text in the first language of the chain that has it, or else in English.
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
