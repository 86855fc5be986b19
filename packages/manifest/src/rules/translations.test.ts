import { describe, expect, it } from 'vitest'
import { findingsOf, manifestWith } from '../../test/manifest-with.js'
import { parseManifest } from '../parse/parse-manifest.js'

const both = { en: 'Lunch', de: 'Mittagessen' }
const point = { name: both, description: both }

function inBoth(members: Record<string, unknown>): Record<string, unknown> {
  return { name: both, description: both, entryPoints: [point], ...members }
}

describe('texts for people', () => {
  it.each<[name: string, members: Record<string, unknown>, found: string[]]>([
    ['in two languages everywhere', inBoth({}), []],
    ['without English', inBoth({ name: { de: 'Essen' } }), ['translation-missing-en /name']],
    [
      'in German at one place alone',
      { description: both },
      [
        'translation-uneven /name',
        'translation-uneven /entryPoints/0/name',
        'translation-uneven /entryPoints/0/description',
      ],
    ],
    [
      'with a language less in the description',
      inBoth({ description: { en: 'x' } }),
      ['translation-uneven /description'],
    ],
    [
      'with a language less in an entry point',
      inBoth({ entryPoints: [point, { ...point, name: { en: 'x' } }] }),
      ['translation-uneven /entryPoints/1/name'],
    ],
    [
      'with a language less in a field, and one more in its options',
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
      ['translation-uneven /config/0/label', 'translation-missing-en /config/0/options/0/description'],
    ],
    [
      'with an empty one',
      inBoth({ name: { en: '', de: ' \t\u00A0' } }),
      ['translation-empty /name/en', 'translation-empty /name/de'],
    ],
    [
      'with an empty one in a placeholder',
      inBoth({ config: [{ key: 'canteen', type: 'text', placeholder: { en: 'x', de: '' } }] }),
      ['translation-empty /config/0/placeholder/de'],
    ],
    ['as a plain text', { name: 'Lunch' }, ['translation-map /name']],
    ['without any language', { name: {} }, ['out-of-range /name']],
    ['under a key that is no language', { name: { en: 'x', german: 'x' } }, ['translation-language /name/german']],
  ])('%s', (_, members, found) => {
    expect(findingsOf(members)).toEqual(found)
  })

  it('lack languages that the message names, and not too many', () => {
    const languages = ['da', 'de', 'es', 'fi', 'fr', 'it', 'nl', 'pl']
    const name = Object.fromEntries(['en', ...languages].map((language) => [language, 'x']))
    const [finding] = parseManifest(manifestWith({ name })).findings
    expect(finding?.message).toContain(' da, de, es, fi, fr too')
    expect(finding?.message).not.toContain('nl')
  })
})
