import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const folder = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(`${folder}/${path}`, 'utf8')
const tokensIn = (text: string): string[] => [...new Set(text.match(/--haiilo-[a-z-]*[a-z]/g))].toSorted()

it('lists exactly the existing tokens in the README', () => {
  const sources = globSync('src/**/*.ts', { cwd: folder }).filter((path) => !path.includes('.test.'))
  expect(tokensIn(read('README.md'))).toEqual(tokensIn(sources.map(read).join()))
})

describe.each([
  ['light', 0, [242, 244, 247]],
  ['dark', 1, [27, 31, 38]],
] as const)('the colours in a %s scheme', (_, place, page) => {
  const colour = (name: string): readonly number[] => coloursOf(name).at(place - coloursOf(name).length) ?? []

  it.each([
    ['text', 'surface', 4.5],
    ['text', 'subtle', 4.5],
    ['muted', 'surface', 4.5],
    ['muted', 'subtle', 4.5],
    ['link', 'surface', 4.5],
    ['error', 'surface', 4.5],
    ['on-primary', 'primary', 4.5],
    ['on-danger', 'danger', 4.5],
    ['outline', 'surface', 3],
    ['focus', 'surface', 3],
  ])('%s on %s has a contrast of at least 1 : %d', (front, back, least) => {
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(least)
  })

  it.each([
    ['text', 4.5],
    ['muted', 4.5],
    ['link', 4.5],
    ['error', 4.5],
    ['outline', 3],
    ['focus', 3],
  ])('%s on the page has a contrast of at least 1 : %d', (front, least) => {
    expect(contrast(colour(front), page)).toBeGreaterThanOrEqual(least)
  })
})

/** Returns the default values of a token as red, green and blue: one for both schemes, or a light and a dark one. */
function coloursOf(name: string): readonly (readonly number[])[] {
  const source = read('src/tokens/tokens.ts')
  const value = new RegExp(String.raw`--_${name}: (.*?);`, 's').exec(source)?.[1] ?? ''
  const colours = value.matchAll(/#([\da-f]{3,6})\b|(\d+), (\d+), (\d+)\)/g)
  return [...colours].map(([, hex, ...decimals]) => (hex ? fromHex(hex) : decimals.map(Number)))
}

function fromHex(hex: string): readonly number[] {
  const digits = hex.length === 3 ? hex.replaceAll(/./g, '$&$&') : hex
  return [0, 2, 4].map((start) => Number.parseInt(digits.slice(start, start + 2), 16))
}

/** Returns the contrast ratio as defined in WCAG 2.2. */
function contrast(one: readonly number[], other: readonly number[]): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
