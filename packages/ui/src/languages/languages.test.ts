import { describe, expect, it } from 'vitest'

import de from './de.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import { addLanguage, fallbackChain, say, translate, type Text } from './languages.js'
import * as texts from './texts.js'

const placesOf = (text: Text): string[] =>
  [...JSON.stringify(text).matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted()

describe('the languages of the kit', () => {
  it('have all texts', () => {
    expect(Object.keys(de).toSorted()).toEqual(Object.keys(en).toSorted())
  })

  it.each(Object.keys(en) as (keyof typeof en)[])('put the same into "%s"', (key) => {
    const [english, german] = [en[key], de[key]] as [Text, Text]
    expect(new Set(placesOf(german))).toEqual(new Set(placesOf(english)))
    expect(typeof german).toBe(typeof english)
  })

  it.each(Object.entries({ ...en, ...de }))('has no empty text: %s', (_, text: Text) => {
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
  ])('of %j', (language, chain) => {
    expect(fallbackChain(language)).toEqual(chain)
  })
})

describe('say', () => {
  it('writes numbers as the language does, and chooses the plural', () => {
    expect(say(['de', 'en'], texts.tooLong, { count: 12_000 })).toBe('Bitte geben Sie höchstens 12.000 Zeichen ein.')
    expect(say(['en'], texts.tooShort, { count: 1 })).toBe('Write at least 1 character.')
    expect(say(['en'], texts.tooShort, { count: 2 })).toBe('Write at least 2 characters.')
  })

  it('says in English what a language lacks', () => {
    addLanguage('fr', { retry: 'Réessayer' })
    expect(say(fallbackChain('fr-CA'), texts.retry)).toBe('Réessayer')
    expect(say(fallbackChain('fr-CA'), texts.missing)).toBe(en.missing)
  })

  it('takes words for a language that it knows already', () => {
    addLanguage('de-ch', { retry: 'Nochmals versuchen' })
    expect(say(fallbackChain('de-CH'), texts.retry)).toBe('Nochmals versuchen')
    expect(say(fallbackChain('de'), texts.retry)).toBe(de.retry)
  })

  it('refuses what is no language tag', () => {
    expect(() => addLanguage('de_CH', {})).toThrow(RangeError)
  })

  it('takes a value for what it is, whatever it looks like', () => {
    expect(say(['en'], texts.help, { code: '{code} $& <b>' })).toBe('What does {code} $& <b> mean?')
  })
})

describe('translate', () => {
  it.each<[string, unknown, string]>([
    ['the language', { en: 'Lunch', de: 'Mittagessen' }, 'Mittagessen'],
    ['English without it', { en: 'Lunch', fr: 'Déjeuner' }, 'Lunch'],
    ['any language without both', { fr: 'Déjeuner' }, 'Déjeuner'],
    ['the next one where it is empty', { de: '', en: 'Lunch' }, 'Lunch'],
    ['nothing of no map', undefined, ''],
    ['nothing of an empty map', {}, ''],
    ['nothing of null', null, ''],
    ['nothing that is no text', { de: 1, en: { a: 1 } }, ''],
    ['nothing that it inherits', Object.create({ de: 'inherited' }), ''],
  ])('gives %s', (_, map, text) => {
    expect(translate(map as never, fallbackChain('de-AT'))).toBe(text)
  })
})
