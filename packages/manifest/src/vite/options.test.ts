import { describe, expect, it } from 'vitest'
import { haiiloManifest } from './index.js'
import { readOptions } from './options.js'

describe('the options', () => {
  it.each([
    ['https://plugins.example.com/lunch/', 'https://plugins.example.com/lunch/manifest.json'],
    ['https://plugins.example.com/lunch', 'https://plugins.example.com/lunch/manifest.json'],
    ['https://plugins.example.com', 'https://plugins.example.com/manifest.json'],
    ['https://plugins.example.com/lunch/plugin.json', 'https://plugins.example.com/lunch/plugin.json'],
    ['https://plugins.example.com/lunch/?a#b', 'https://plugins.example.com/lunch/manifest.json'],
    [new URL('https://plugins.example.com/a/'), 'https://plugins.example.com/a/manifest.json'],
  ])('accept a folder or a file as `url`: %s', (url, href) => {
    expect(readOptions({ url }).url?.href).toBe(href)
  })

  it.each([{ url: 'plugins.example.com' }, { url: 'file:///lunch/' }, { url: '' }])(
    'throw for an option that is not a web address: %j',
    (options) => {
      expect(() => haiiloManifest(options)).toThrow(TypeError)
    },
  )
})
