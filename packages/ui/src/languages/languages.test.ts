import { describe, expect, it } from 'vitest'

import de from './de.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import { addLanguage, fallbackChain, say, translate, type Text } from './languages.js'
import * as texts from './texts.js'

const placeholdersOf = (text: Text): string[] =>
  [...JSON.stringify(text).matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted()

describe('the languages of the kit', () => {
  it('have all texts', () => {
    expect(Object.keys(de).toSorted()).toEqual(Object.keys(en).toSorted())
  })

  it.each(Object.keys(en) as (keyof typeof en)[])('have the same placeholders in "%s"', (key) => {
    const [english, german] = [en[key], de[key]] as [Text, Text]
    expect(new Set(placeholdersOf(german))).toEqual(new Set(placeholdersOf(english)))
    expect(typeof german).toBe(typeof english)
  })

  it.each(Object.entries({ ...en, ...de }))('have no empty text: %s', (_, text: Text) => {
    for (const form of typeof text === 'string' ? [text] : Object.values(text)) expect(form.trim()).not.toBe('')
  })
})

describe('fallbackChain', () => {
  it.each([
    ['de', ['de', 'en']],
    ['de-CH', ['de-CH', 'de', 'en']],
    ['zh-hant-tw', ['zh-Hant-TW', 'zh-Hant', 'zh', 'en']],
    ['en-GB', ['en-GB', 'en']],
    ['', ['en']],
    [undefined, ['en']],
    ['de_DE', ['en']],
    ['<script>', ['en']],
    ['x'.repeat(100_000), ['en']],
  ])('returns the chain of %j', (language, chain) => {
    expect(fallbackChain(language)).toEqual(chain)
  })
})

describe('say', () => {
  it('formats numbers for the language, and selects the plural form', () => {
    expect(say(['de', 'en'], texts.tooLong, { count: 12_000 })).toBe('Bitte geben Sie höchstens 12.000 Zeichen ein.')
    expect(say(['en'], texts.tooShort, { count: 1 })).toBe('Write at least 1 character.')
    expect(say(['en'], texts.tooShort, { count: 2 })).toBe('Write at least 2 characters.')
  })

  it('returns the English text if a language has none', () => {
    addLanguage('fr', { retry: 'Réessayer' })
    expect(say(fallbackChain('fr-CA'), texts.retry)).toBe('Réessayer')
    expect(say(fallbackChain('fr-CA'), texts.missing)).toBe(en.missing)
  })

  it('uses added texts for a built-in language', () => {
    addLanguage('de-ch', { retry: 'Nochmals versuchen' })
    expect(say(fallbackChain('de-CH'), texts.retry)).toBe('Nochmals versuchen')
    expect(say(fallbackChain('de'), texts.retry)).toBe(de.retry)
  })

  it('refuses an invalid language tag', () => {
    expect(() => addLanguage('de_CH', {})).toThrow(RangeError)
  })

  it('inserts a value unchanged, even if it looks like a placeholder or markup', () => {
    expect(say(['en'], texts.help, { code: '{code} $& <b>' })).toBe('What does {code} $& <b> mean?')
  })
})

describe('translate', () => {
  it.each<[string, unknown, string]>([
    ['the text of the language', { en: 'Lunch', de: 'Mittagessen' }, 'Mittagessen'],
    ['the English text if the language is missing', { en: 'Lunch', fr: 'Déjeuner' }, 'Lunch'],
    ['any text if the language and English are missing', { fr: 'Déjeuner' }, 'Déjeuner'],
    ['the next text if the first one is empty', { de: '', en: 'Lunch' }, 'Lunch'],
    ['an empty text for undefined', undefined, ''],
    ['an empty text for an empty map', {}, ''],
    ['an empty text for null', null, ''],
    ['an empty text for values that are not texts', { de: 1, en: { a: 1 } }, ''],
    ['an empty text for inherited properties', Object.create({ de: 'inherited' }), ''],
  ])('returns %s', (_, map, text) => {
    expect(translate(map as never, fallbackChain('de-AT'))).toBe(text)
  })
})
