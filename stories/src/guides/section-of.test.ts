import { describe, expect, it } from 'vitest'

import { sectionOf } from './section-of.js'

const TEXT = ['# Title', 'a', '## One', 'b', '### Inner', '```sh', '# a comment', '```', '## Two', 'c'].join('\n')

describe('sectionOf', () => {
  it('ends before the next heading of the same level', () => {
    expect(sectionOf(TEXT, 'One')).toBe(['## One', 'b', '### Inner', '```sh', '# a comment', '```'].join('\n'))
  })

  it('ends with the text', () => {
    expect(sectionOf(TEXT, 'Two')).toBe('## Two\nc')
  })

  it('throws for a heading that does not exist', () => {
    expect(() => sectionOf(TEXT, 'Three')).toThrow('There is no heading “Three”.')
  })
})
