import { describe, expect, it } from 'vitest'
import { findingsOf, manifestWith } from '../../test/manifest-with.js'
import { parseManifest } from '../parse/parse-manifest.js'

const both = { en: 'Lunch', de: 'Mittagessen' }
const point = { name: both, description: both }

function inBoth(members: Record<string, unknown>): Record<string, unknown> {
  return { name: both, description: both, entryPoints: [point], ...members }
}

describe('translations', () => {
  it.each<[name: string, members: Record<string, unknown>, found: string[]]>([
    ['in two languages everywhere', inBoth({}), []],
    ['without English', inBoth({ name: { de: 'Essen' } }), ['translation-missing-en /name']],
    [
      'in German in one text only',
      { description: both },
      [
        'translation-incomplete /name',
        'translation-incomplete /entryPoints/0/name',
        'translation-incomplete /entryPoints/0/description',
      ],
    ],
    [
      'without one language in the description',
      inBoth({ description: { en: 'x' } }),
      ['translation-incomplete /description'],
    ],
    [
      'without one language in an entry point',
      inBoth({ entryPoints: [point, { ...point, name: { en: 'x' } }] }),
      ['translation-incomplete /entryPoints/1/name'],
    ],
    [
      'without one language in a field, and with another one in its options',
      inBoth({
        config: [
          {
            key: 'canteen',
            type: 'radio',
            label: { en: 'Canteen' },
            description: both,
            options: [{ value: 'a', label: { ...both, fr: 'A' }, description: { de: 'A' } }],
          },
        ],
      }),
      ['translation-incomplete /config/0/label', 'translation-missing-en /config/0/options/0/description'],
    ],
    [
      'with an empty text',
      inBoth({ name: { en: '', de: ' \t\u00A0' } }),
      ['translation-empty /name/en', 'translation-empty /name/de'],
    ],
    [
      'with an empty placeholder',
      inBoth({ config: [{ key: 'canteen', type: 'text', placeholder: { en: 'x', de: '' } }] }),
      ['translation-empty /config/0/placeholder/de'],
    ],
    ['as a plain text', { name: 'Lunch' }, ['translation-not-a-map /name']],
    ['without any language', { name: {} }, ['out-of-range /name']],
    [
      'with a key that is not a language',
      { name: { en: 'x', german: 'x' } },
      ['translation-language-invalid /name/german'],
    ],
  ])('%s', (_, members, found) => {
    expect(findingsOf(members)).toEqual(found)
  })

  it('are reported with at most five missing languages', () => {
    const languages = ['da', 'de', 'es', 'fi', 'fr', 'it', 'nl', 'pl']
    const name = Object.fromEntries(['en', ...languages].map((language) => [language, 'x']))
    const [finding] = parseManifest(manifestWith({ name })).findings
    expect(finding?.message).toContain(' da, de, es, fi, fr;')
    expect(finding?.message).not.toContain('nl')
  })
})
