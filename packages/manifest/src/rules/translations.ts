import type { Check, Report } from './check-rules.js'
import { at, isObjectPlace, join, type JsonObject, type ManifestView, type Place } from './manifest-view.js'

/** Texts for people, in their languages. */
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

/** What people see before they configure anything: the languages of these are those of the plug-in. */
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

/** Other keys are reported as such. */
function languagesOf(texts: JsonObject): readonly string[] {
  return Object.keys(texts).filter((key) => /^[a-z]{2}(?:[-_][A-Za-z]{2})?$/.test(key))
}

function checkEnglish({ value, pointer }: Place<JsonObject>, report: Report): void {
  if (languagesOf(value).length === 0 || Object.hasOwn(value, 'en')) return
  const message = 'There is no English text, which people of other languages are likely to be shown. Add "en".'
  report('translation-missing-en', pointer, message)
}

function checkLanguages({ value, pointer }: Place<JsonObject>, all: ReadonlySet<string>, report: Report): void {
  const present = languagesOf(value)
  // a map that is full is known by counting: looking up each language in each map would take long
  if (present.length === 0 || present.filter((language) => all.has(language)).length === all.size) return
  const missing: string[] = []
  for (const language of all) {
    if (language !== 'en' && !Object.hasOwn(value, language)) missing.push(language)
    if (missing.length === MOST_NAMED) break
  }
  if (missing.length === 0) return
  const message = `Other texts of the plug-in are there in ${missing.join(', ')} too; this one is not.`
  report('translation-uneven', pointer, `${message} Add it, or people read two languages on one page.`)
}

const MOST_NAMED = 5

function checkEmpty({ value, pointer }: Place<JsonObject>, report: Report): void {
  for (const [language, text] of Object.entries(value)) {
    if (typeof text !== 'string' || text.trim() !== '') continue
    report('translation-empty', join(pointer, language), 'This text is empty. Write it, or leave the language out.')
  }
}
