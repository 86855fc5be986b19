import { describe, expect, it } from 'vitest'
import { describeProblems } from './describe-problems.js'

describe('problems as text', () => {
  it('are counted, with line and pointer', () => {
    const text = describeProblems(
      [
        { severity: 'error', message: 'One.', pointer: '/a', rule: 'height-invalid', position: { line: 3, column: 7 } },
        { severity: 'error', message: 'Two.', pointer: '' },
        { severity: 'note', message: 'Three.', pointer: '/b' },
      ],
      'manifest.json',
    )
    expect(text).toBe(`2 errors, 1 note in manifest.json
  manifest.json:3:7 /a: One. (height-invalid)
  Two.
  /b: Three.`)
  })

  it('lists at most fifty, and says how many more there are', () => {
    const text = describeProblems(
      Array.from({ length: 52 }, () => ({ severity: 'error' as const, message: 'One.', pointer: '' })),
      'manifest.json',
    )
    expect(text.split('\n')).toHaveLength(52)
    expect(text).toMatch(/^52 errors in .*\n {2}… and 2 more$/s)
  })

  it('contains no control characters of terminals', () => {
    const evil = '\u001b[31m\u009b1m\r\u202e\u2028\u0007'
    const text = describeProblems(
      [{ severity: 'error', message: evil, pointer: `/${evil}\n${'x'.repeat(10_000)}` }],
      'manifest.json',
    )
    expect(text).not.toMatch(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/u)
    expect(text.split('\n')).toHaveLength(2)
    expect(text.length).toBeLessThan(300)
  })

  it('contains no command of a CI runner at the start of any line', () => {
    const commands = [
      '::error::a',
      '\n \u00A0::add-mask::a',
      '##[group]a',
      '\r##vso[task.complete]',
      "##teamcity[message text='a']",
    ]
    for (const command of commands) {
      const problem = { severity: 'error' as const, message: `Could not load it:\n${command}`, pointer: `/${command}` }
      for (const text of [
        describeProblems([problem], 'manifest.json'),
        describeProblems([problem], `${command}.json`),
      ]) {
        expect(text).not.toMatch(/^\s*::|##(?:vso|teamcity)?\[/m)
        expect(text.split('\n').length).toBeLessThanOrEqual(4)
      }
    }
  })

  it('contains no secret of a known format', () => {
    const secret = 'AKIAQ3EGTX7Z5OWN2LPB'
    const problem = { severity: 'error' as const, message: `Could not load it:\n"${secret}"`, pointer: `/${secret}` }
    expect(describeProblems([problem], 'manifest.json')).not.toContain(secret)
  })
})
