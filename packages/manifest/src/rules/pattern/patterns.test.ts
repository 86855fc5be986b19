import { describe, expect, it } from 'vitest'
import { findingsOf, findingsOfField, manifestWith } from '../../../test/manifest-with.js'
import { parseManifest } from '../../parse/parse-manifest.js'

describe('a pattern', () => {
  it.each<[pattern: string, rules: string[]]>([
    ['^[a-z]+$', []],
    ['^(?:a|b)$', []],
    ['^a$|^b$', []],
    ['(?:^a|^b)c$', []],
    ['^$', []],

    ['', ['pattern-not-anchored']],
    ['[a-z]+', ['pattern-not-anchored']],
    ['^[a-z]+', ['pattern-not-anchored']],
    ['[a-z]+$', ['pattern-not-anchored']],
    ['^a|b$', ['pattern-not-anchored']],
    ['\\^a\\$', ['pattern-not-anchored']],
    ['^(?:a|b$)', ['pattern-not-anchored']],
    ['(?!x)a(?!x)', ['pattern-not-anchored']],
    ['^a(?![^]b)', ['pattern-not-anchored']],

    ['^(a$', ['pattern-invalid']],
    ['^[z-a]$', ['pattern-invalid']],
    ['^*$', ['pattern-invalid']],
    // invalid with the flag `v`
    ['^[(]$', ['pattern-invalid']],
    ['^[a-]$', ['pattern-invalid']],
    ['a)|(b', ['pattern-invalid']],
    ['^a\\-b$', ['pattern-invalid']],
    ['^a{$', ['pattern-invalid']],
    // valid only with the flag
    ['^[😀-😎]$', ['pattern-dialect']],
    ['^[\\w--\\d]$', ['pattern-dialect']],
    ['^[[a-z]&&[aeiou]]$', ['pattern-dialect']],
    ['^[ab]--[ab]$', []],

    ['^\\p{L}+$', ['pattern-dialect']],
    ['^\\P{L}+$', ['pattern-dialect']],
    ['^\\u{1F35C}$', ['pattern-dialect']],
    ['^\\u00e4$', []],
    ['^\\\\p\\{L\\}$', []],

    ['^(a+)+$', ['pattern-catastrophic']],
    ['(a+)+', ['pattern-not-anchored', 'pattern-catastrophic']],
    [`^${'a'.repeat(498)}$`, []],
    [`^${'a'.repeat(499)}$`, ['pattern-catastrophic']],
    ['('.repeat(100_000), ['pattern-catastrophic']],
    ['^(((((a{9}){9}){9}){9}){9}){9}$', ['pattern-catastrophic']],
  ])('%s', (pattern, rules) => {
    expect(findingsOfField({ pattern })).toEqual(rules.map((rule) => `${rule} /pattern`))
  })

  it('is reported at every field that uses it', () => {
    const field = { type: 'number', pattern: '^(a+)+$' }
    const found = findingsOf({ config: ['a', 'b'].map((key) => ({ key, ...field })) })
    const places = found.filter((finding) => finding.startsWith('pattern-catastrophic'))
    expect(places).toEqual(['pattern-catastrophic /config/0/pattern', 'pattern-catastrophic /config/1/pattern'])
  })

  it('is not analysed after a hundred others', () => {
    const config = Array.from({ length: 101 }, (_, index) => ({ key: `${index}`, type: 'text', pattern: `^${index}$` }))
    expect(findingsOf({ config })).toEqual(['pattern-catastrophic /config/100/pattern'])
    // a repeated pattern does not count
    const again = [...config.slice(0, 100), { key: 'again', type: 'text', pattern: '^0$' }]
    expect(findingsOf({ config: again })).toEqual([])
  })

  it('that is invalid is reported with the reason of the engine, without the pattern', () => {
    const [finding] = parseManifest(
      manifestWith({ config: [{ key: 'a', type: 'text', pattern: '^(menu: x' }] }),
    ).findings
    expect(finding?.message).toMatch(/regular expression: \S/)
    expect(finding?.message).not.toContain('menu')
  })
})
