import { JS } from 'refa'
import { describe, expect, it } from 'vitest'
import { isExponential } from './index.js'

class TooMuchWork extends Error {}

function isReported(source: string, limit = 200_000): boolean {
  let left = limit
  return isExponential(parse(source), (steps) => {
    left -= steps
    if (left < 0) throw new TooMuchWork()
  })
}

function parse(source: string): ReturnType<JS.Parser['parse']>['expression'] {
  const parser = JS.Parser.fromLiteral({ source, flags: 'v' })
  return parser.parse({ simplify: false, backreferences: 'unknown', maxBackreferenceWords: 0 }).expression
}

const EXPONENTIAL = [
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
  // counted loops are slow, too
  '^(\\w{1,20}\\s?){1,20}$',
  '^(\\w{2,5})*$',
  '^(\\w{10,20})*$',
  '^((a|a)){30}$',
  '^(a?){30}$',
  '^(https?:\\/\\/)?([\\da-z.\\-]+)\\.([a-z.]{2,6})([\\/\\w .\\-]*)*\\/?$',
  '^\\w+([.\\-]?\\w+)*@\\w+([.\\-]?\\w+)*(\\.\\w{2,3})+$',
  // two ways to match an empty text in each round
  '^(x(b?|c?)y)*$',
  '^((a?)+b)*$',
  // inside a lookaround
  '^(?=(a+)+$)',
  '^(?!(a|a)*$)',
  '^((?<=(a+)+)b)$',
  // lazy loops try the same ways in another order
  '^(a+?)+?$',
  '^(?:(a)|b|\\w)*$',
]

const NOT_EXPONENTIAL = [
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

describe('isExponential', () => {
  it.each(EXPONENTIAL)('reports %s', (source) => {
    expect(isReported(source)).toBe(true)
  })

  it.each(NOT_EXPONENTIAL)('does not report %s', (source) => {
    expect(isReported(source)).toBe(false)
  })

  it.each([
    ['nested counts', '((((a{9}){9}){9}){9}){9}'],
    ['nested counts of an empty group', `${'('.repeat(80)}${'){9}'.repeat(80)}`],
    ['a loop over many alternatives', `^(?:${'[a-z]\\d|'.repeat(70)}x)*$`],
  ])('stops when `spend` throws, for %s', (_, source) => {
    expect(() => isReported(source)).toThrow(TooMuchWork)
  })

  it.each([
    ['^(a+)+$', 'a'],
    ['^(a|aa)+$', 'a'],
    ['^(a|a?)+$', 'a'],
    ['^(\\w+\\s?)*$', 'a'],
    ['^(x(b?|c?)y)*$', 'xy'],
    ['^((a?)+b)*$', 'ab'],
  ])('reports %s, for which the work of this engine grows exponentially', (source, round) => {
    expect(isReported(source)).toBe(true)
    const pattern = new RegExp(source, 'u')
    const [few, many] = [12, 19].map((rounds) => quickest(pattern, `${round.repeat(rounds)}!`))
    // 7 more rounds take 30 to 130 times as long; without exponential growth, less than twice
    expect(many).toBeGreaterThan((few ?? 0) * 8)
  })
})

/** The shortest of five runs, in milliseconds: other processes slow down some of them. */
function quickest(pattern: RegExp, text: string): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    pattern.test(text)
    return performance.now() - start
  })
  return Math.min(...times)
}
