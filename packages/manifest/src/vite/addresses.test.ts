import { describe, expect, it } from 'vitest'
import { findLocal, publishedAddress, servedAddress } from './addresses.js'

const url = new URL('https://plugins.example.com/lunch/manifest.json')

describe('an address in a manifest', () => {
  it.each([
    ['index.html', './', 'index.html', ''],
    ['./index.html?a=1&b#c', './', 'index.html', '?a=1&b#c'],
    ['./?a', './', '', '?a'],
    ['', './', 'manifest.json', ''],
    ['?a', './', 'manifest.json', '?a'],
    ['sub/../pages/', './', 'pages/', ''],
    ['my%20page.html', './', 'my%20page.html', ''],
    ['/index.html', './', 'index.html', ''],
    ['/index.html', 'https://cdn.example.com/lunch/', 'index.html', ''],
    ['/lunch/index.html', '/lunch/', 'index.html', ''],
    ['./a:b.html', './', 'a:b.html', ''],
  ])('is local: %j below %j', (address, base, path, rest) => {
    expect(findLocal(address, { url: undefined, base })).toEqual({ path, rest })
  })

  it.each([
    ['../index.html', './'],
    ['a/../../index.html', '/'],
    ['../../_/index.html', '/'],
    [`../${'_'.repeat(40)}/index.html`, '/'],
    ['%2e%2e/index.html', '/'],
    ['..\\index.html', '/'],
    ['/index.html', '/lunch/'],
    ['//example.com/index.html', '/'],
    ['https://example.com/index.html', '/'],
    ['mailto:a@example.com', '/'],
    ['http://[', '/'],
  ])('is not local: %j below %j', (address, base) => {
    expect(findLocal(address, { url: undefined, base })).toBeUndefined()
  })

  it.each([
    ['https://plugins.example.com/lunch/index.html?a', 'index.html', '?a'],
    ['/lunch/index.html', 'index.html', ''],
    ['../lunch/index.html', 'index.html', ''],
  ])('is local to the address of the manifest: %j', (address, path, rest) => {
    expect(findLocal(address, { url, base: '/' })).toEqual({ path, rest })
    expect(findLocal(address.replace('lunch', 'other'), { url, base: '/' })).toBeUndefined()
  })

  it.each([
    ['index.html?a#b', 'https://plugins.example.com/lunch/index.html?a#b'],
    ['../other/', 'https://plugins.example.com/other/'],
    ['/index.html', 'https://plugins.example.com/index.html'],
    ['https://example.com/a', 'https://example.com/a'],
    ['http://[', 'http://['],
  ])('is published as an absolute address: %j', (address, published) => {
    expect(publishedAddress(address, { url, base: './' })).toBe(published)
  })

  it.each([
    ['./index.html?a#b', 'index.html?a#b'],
    ['/index.html', 'index.html'],
    ['./', './'],
    ['?a', 'manifest.json?a'],
    ['./a:b.html', './a:b.html'],
    ['.//a.html', './/a.html'],
    ['../other/', '../other/'],
    ['https://example.com/a', 'https://example.com/a'],
  ])('is published relative to the manifest: %j', (address, published) => {
    expect(publishedAddress(address, { url: undefined, base: './' })).toBe(published)
    const manifest = 'https://anywhere.example.com/at/all/manifest.json'
    if (!address.startsWith('/')) expect(new URL(published, manifest).href).toBe(new URL(address, manifest).href)
  })

  it.each([
    ['index.html?a#b', 'http://localhost:5173/lunch/index.html?a#b'],
    ['https://plugins.example.com/lunch/index.html', 'http://localhost:5173/lunch/index.html'],
    ['../other/', 'http://localhost:5173/other/'],
    ['https://example.com/a', 'https://example.com/a'],
  ])('is served as an address of the server: %j', (address, served) => {
    const own = 'http://localhost:5173/lunch/manifest.json'
    expect(servedAddress(address, { url, base: '/lunch/' }, own)).toBe(served)
  })
})
