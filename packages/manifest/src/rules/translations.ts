import type { Check, Report } from './rule-check.js'
import { at, isObjectPlace, join, type JsonObject, type ManifestView, type Place } from './manifest-view.js'

/** Checks translated texts. */
export const checkTranslations: Check = (manifest, report) => {
  const own = ownTexts(manifest)
  const languages = new Set(own.flatMap(({ value }) => languagesOf(value)))
  for (const texts of [own, fieldTexts(manifest)]) {
    for (const text of texts) {
      checkEnglish(text, report)
      checkLanguages(text, languages, report)
      checkEmpty(text, report)
    }
  }
}

/** The names and descriptions of the plug-in and its entry points. Their languages are the languages of the plug-in. */
function ownTexts({ root, entryPoints }: ManifestView): readonly Place<JsonObject>[] {
  return [root, ...entryPoints].flatMap((place) => textsOf(place, ['name', 'description']))
}

function fieldTexts({ fields, options }: ManifestView): readonly Place<JsonObject>[] {
  return [
    ...fields.flatMap((field) => textsOf(field, ['label', 'placeholder', 'description'])),
    ...options.flatMap((option) => textsOf(option, ['label', 'description'])),
  ]
}

function textsOf(place: Place<JsonObject>, names: readonly string[]): readonly Place<JsonObject>[] {
  return names.map((name) => at(place, name)).filter(isObjectPlace)
}

/** The language codes of a translation map. The schema reports other keys. */
function languagesOf(texts: JsonObject): readonly string[] {
  return Object.keys(texts).filter((key) => /^[a-z]{2}(?:[-_][A-Za-z]{2})?$/.test(key))
}

function checkEnglish({ value, pointer }: Place<JsonObject>, report: Report): void {
  if (languagesOf(value).length === 0 || Object.hasOwn(value, 'en')) return
  const message = 'The English text is missing. It is likely the fallback for people with other languages. Add "en".'
  report('translation-missing-en', pointer, message)
}

function checkLanguages({ value, pointer }: Place<JsonObject>, all: ReadonlySet<string>, report: Report): void {
  const present = languagesOf(value)
  // count first: looking up each language in each map would take quadratic time
  if (present.length === 0 || present.filter((language) => all.has(language)).length === all.size) return
  const missing: string[] = []
  for (const language of all) {
    if (language !== 'en' && !Object.hasOwn(value, language)) missing.push(language)
    if (missing.length === MAX_NAMED) break
  }
  if (missing.length === 0) return
  const message = `Other texts of the plug-in are also available in ${missing.join(', ')}; this one is not.`
  report('translation-incomplete', pointer, `${message} Add the translation, or people see two languages on one page.`)
}

const MAX_NAMED = 5

function checkEmpty({ value, pointer }: Place<JsonObject>, report: Report): void {
  for (const [language, text] of Object.entries(value)) {
    if (typeof text !== 'string' || text.trim() !== '') continue
    report('translation-empty', join(pointer, language), 'This text is empty. Write it, or remove the language.')
  }
}
