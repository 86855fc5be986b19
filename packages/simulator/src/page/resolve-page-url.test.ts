import { describe, expect, it } from 'vitest'
import { createSimulatedHost } from '../host/create-simulated-host.js'
import { resolvePageUrl } from './resolve-page-url.js'

const manifestUrl = 'https://plugins.example.com/lunch/v2/manifest.json?tag=1#top'
const hostPage = 'http://localhost:4100/home/index.html'

describe('the URL of a page', () => {
  it.each([
    ['a file beside the manifest', 'index.html', 'https://plugins.example.com/lunch/v2/index.html?src=s'],
    ['a file above it', '../index.html', 'https://plugins.example.com/lunch/index.html?src=s'],
    ['the root of the origin', '/', 'https://plugins.example.com/?src=s'],
    ['a file from the root', '/index.html', 'https://plugins.example.com/index.html?src=s'],
    ['another origin', 'https://other.example.com/a', 'https://other.example.com/a?src=s'],
    ['another host, same protocol', '//other.example.com/a', 'https://other.example.com/a?src=s'],
    ['a URL with query and fragment', 'a?b=c#/route', 'https://plugins.example.com/lunch/v2/a?b=c&src=s#/route'],
    ['a URL with a source id, which is replaced', 'a?src=old', 'https://plugins.example.com/lunch/v2/a?src=s'],
  ])('is relative to the manifest: %s', (_, address, expected) => {
    expect(resolvePageUrl({ address, bases: [manifestUrl, hostPage], source: 's' }).href).toBe(expected)
  })

  it.each([
    ['a relative URL', 'http://localhost:4100/home/plug-in/index.html?src=s', 'plug-in/manifest.json'],
    ['no URL', 'http://localhost:4100/home/index.html?src=s', undefined],
  ])('is relative to the page of the host if the manifest has %s', (_, expected, relative) => {
    expect(resolvePageUrl({ address: 'index.html', bases: [relative, hostPage], source: 's' }).href).toBe(expected)
  })

  it.each([
    ['javascript:', 'javascript:alert(1)'],
    ['javascript:', ' JavaScript:alert(1)'],
    ['javascript:', 'java\nscript:alert(1)'],
    ['data:', 'data:text/html,hello'],
    ['blob:', 'blob:https://plugins.example.com/1'],
    ['file:', 'file:///etc/hosts'],
    ['ftp:', 'ftp://plugins.example.com/'],
    ['about:', 'about:blank'],
    ['mailto:', 'mailto:ada@example.com'],
  ])('is refused with the protocol %s', (protocol, address) => {
    for (const bases of [
      [manifestUrl, hostPage],
      [undefined, hostPage],
      [address, hostPage],
    ]) {
      const resolve = (): URL => resolvePageUrl({ address, bases, source: 's' })
      expect(resolve).toThrow(TypeError)
      expect(resolve).toThrow(`“${protocol}”`)
    }
  })

  it.each(['https://', 'http://:80', 'https://exa mple.com'])('is refused if it is not valid: %j', (address) => {
    expect(() => resolvePageUrl({ address, bases: [manifestUrl, hostPage], source: 's' })).toThrow(
      'the URL is not valid',
    )
  })
})

describe('manifestUrl', () => {
  it.each(['javascript:alert(1)', 'data:application/json,{}', 'file:///manifest.json'])(
    'is refused when the host is created: %s',
    (url) => {
      expect(() => createSimulatedHost({ manifestUrl: url })).toThrow(TypeError)
      expect(() => createSimulatedHost({ manifestUrl: url })).toThrow('manifestUrl')
    },
  )

  it.each(['https://plugins.example.com/manifest.json', 'http://localhost:4102/manifest.json', './manifest.json'])(
    'is accepted: %s',
    (url) => {
      expect(() => createSimulatedHost({ manifestUrl: url })).not.toThrow()
    },
  )
})
