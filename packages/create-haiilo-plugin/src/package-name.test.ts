import { describe, expect, it } from 'vitest'
import { nameProblem, suggestName, titleOf } from './package-name.js'

describe('nameProblem', () => {
  it.each(['my-plugin', '@acme/lunch', 'lunch.menu', 'a1'])('accepts %s', (name) => {
    expect(nameProblem(name)).toBeUndefined()
  })

  it.each(['', 'My Plugin', '.hidden', '_private', 'node_modules', 'http', 'größe', 'a'.repeat(215), ' lunch', 'a/b'])(
    'refuses "%s"',
    (name) => {
      expect(nameProblem(name)).toEqual(expect.any(String))
    },
  )
})

describe('suggestName', () => {
  it.each([
    ['My Plugin', 'my-plugin'],
    ['Grüße & Co.', 'gru-e-co'],
    ['Café', 'cafe'],
    ['.hidden', 'hidden'],
    ['http', 'http-plugin'],
    ['node_modules', 'node-modules'],
    ['', 'my-plugin'],
    ['日本語', 'my-plugin'],
    ['a'.repeat(300), 'a'.repeat(200)],
  ])('suggests for "%s" the name %s', (text, name) => {
    expect(suggestName(text)).toBe(name)
    expect(nameProblem(suggestName(text))).toBeUndefined()
  })
})

describe('titleOf', () => {
  it.each([
    ['my-plugin', 'My plugin'],
    ['@acme/lunch_menu', 'Lunch menu'],
  ])('turns %s into “%s”', (name, title) => {
    expect(titleOf(name)).toBe(title)
  })
})
