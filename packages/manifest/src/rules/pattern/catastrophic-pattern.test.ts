import { describe, expect, it } from 'vitest'
import { isCatastrophic } from './catastrophic-pattern.js'
import { readPattern } from './read-pattern.js'
import { createWorkLimit, WorkLimitError } from './work-limit.js'

function judge(source: string): boolean {
  return isCatastrophic(readPattern(source)!.expression, createWorkLimit(200_000))
}

const CATASTROPHIC = [
  '^(a+)+$',
  '^(a|a)*$',
  '^(a|aa)+$',
  '^(a|ab|b)*$',
  '(a*)*',
  '([a-zA-Z]+)*$',
  '(.*)*',
  '(\\w|\\d)+$',
  '^(a|a?)+$',
  '(x+x+)+y',
  '^(\\w+\\s?)*$',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  // loops with a maximum take too long as well
  '^(\\w{1,20}\\s?){1,20}$',
  '^(\\w{2,5})*$',
  '^(\\w{10,20})*$',
  '^((a|a)){30}$',
  '^(a?){30}$',
  '^(https?:\\/\\/)?([\\da-z.\\-]+)\\.([a-z.]{2,6})([\\/\\w .\\-]*)*\\/?$',
  '^\\w+([.\\-]?\\w+)*@\\w+([.\\-]?\\w+)*(\\.\\w{2,3})+$',
  // two ways to match nothing, in each round
  '^(x(b?|c?)y)*$',
  '^((a?)+b)*$',
  // inside of what looks around
  '^(?=(a+)+$)',
  '^(?!(a|a)*$)',
  '^((?<=(a+)+)b)$',
  // lazy loops go the same ways in another order
  '^(a+?)+?$',
  '^(?:(a)|b|\\w)*$',
]

const HARMLESS = [
  '^[a-z]+@[a-z]+\\.[a-z]+$',
  '^\\d{5}$',
  '^(\\w+\\s)*$',
  '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$',
  '^(?:[a-z0-9]+-)*[a-z0-9]+$',
  '^\\s*(.*?)\\s*$',
  'a{1,1000}b',
  '^(?=.*\\d)(?=.*[a-z]).{8,}$',
  '^[A-Za-zÀ-ÿ .,\\-]{1,80}$',
  '\\p{L}+',
  '^$',
  '',
  '^(a|b)*$',
  '^(a|b|cd)+$',
  '^(\\d{3})*$',
  '^(\\w{36},?)*$',
  '^([0-9a-f]{2}:){5}[0-9a-f]{2}$',
  '^(?:[0-9a-f]{4}-){10,}$',
  '^((a?)b)*$',
  '^((a?){0,3}b)*$',
  '^((a?){2,}b)$',
  '^(?:\\b\\w+\\b\\s+)*$',
  '^(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}$',
  '^(?:(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)\\.){3}(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)$',
  "^[a-zA-Z0-9.!#$%&'*+\\/=?^_`\\{\\|\\}~\\-]+@[a-zA-Z0-9](?:[a-zA-Z0-9\\-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9\\-]{0,61}[a-zA-Z0-9])?)*$",
  '^[a-zA-Z0-9._%+\\-]+@[a-zA-Z0-9.\\-]+\\.[a-zA-Z]{2,}$',
  '^#(?:[0-9a-fA-F]{3}){1,2}$',
  '^https:\\/\\/[^\\s\\/]+(?:\\/[^\\s\\/]*)*$',
  '^(?:[01]\\d|2[0-3]):[0-5]\\d$',
  '^(a)\\1*$',
]

describe('a pattern', () => {
  it.each(CATASTROPHIC)('takes exponential time: %s', (source) => {
    expect(judge(source)).toBe(true)
  })

  it.each(HARMLESS)('does not take exponential time: %s', (source) => {
    expect(judge(source)).toBe(false)
  })

  it.each([
    ['copies of copies', '((((a{9}){9}){9}){9}){9}'],
    ['copies of nothing', `${'('.repeat(80)}${'){9}'.repeat(80)}`],
    ['all at once', `^(?:${'[a-z]\\d|'.repeat(70)}x)*$`],
  ])('is given up if it is too complex: %s', (_, source) => {
    expect(() => judge(source)).toThrow(WorkLimitError)
  })

  it.each([
    ['^(a+)+$', 'a'],
    ['^(a|aa)+$', 'a'],
    ['^(a|a?)+$', 'a'],
    ['^(\\w+\\s?)*$', 'a'],
    ['^(x(b?|c?)y)*$', 'xy'],
    ['^((a?)+b)*$', 'ab'],
  ])('doubles the work of this engine again and again: %s', (source, round) => {
    expect(judge(source)).toBe(true)
    const pattern = new RegExp(source, 'u')
    const [few, many] = [12, 19].map((rounds) => quickest(pattern, `${round.repeat(rounds)}!`))
    // 7 rounds more are 30 to 130 times the work; without a loop like that, they are less than twice
    expect(many).toBeGreaterThan((few ?? 0) * 8)
  })
})

/** Of some tries, in ms: others are busy on this machine too. */
function quickest(pattern: RegExp, text: string): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    pattern.test(text)
    return performance.now() - start
  })
  return Math.min(...times)
}
