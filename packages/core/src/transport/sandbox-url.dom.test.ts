import { afterEach, describe, expect, it } from 'vitest'
import { sandboxUrl } from './sandbox-url.js'

/** A window at this address with this `<meta>` element. */
function pageAt(address: string, named?: string): Window {
  document.head.replaceChildren()
  if (named !== undefined) {
    const meta = document.createElement('meta')
    meta.name = 'haiilo-sandbox'
    meta.content = named
    document.head.append(meta)
  }
  return { document, location: new URL(address) } as unknown as Window
}

afterEach(() => document.head.replaceChildren())

const ELSEWHERE = ['https://plugins.example.com/lunch/', 'http://192.168.0.7:5173/', 'https://localhost.example.com/']
const PAGE = 'http://localhost:5173/'
const DEFAULT = 'http://home.localhost:4400/'

describe('the address of the sandbox', () => {
  it.each([PAGE, 'https://127.0.0.1:5173/', 'http://[::1]:5173/', 'http://plugin.localhost/'])(
    'is that of the command for %s',
    (page) => {
      expect(sandboxUrl(pageAt(page))).toBe(DEFAULT)
    },
  )

  it.each(['http://home.localhost:4401/#setup=e30', 'http://127.0.0.1:4400/', 'https://[::1]/a'])(
    'is the one that the page names: %s',
    (named) => {
      expect(sandboxUrl(pageAt(PAGE, named))).toBe(named)
    },
  )

  it.each([
    'https://home.example.com/',
    'http://localhost.example.com:4400/',
    'http://home.localhost:4400@example.com/',
    'javascript://localhost/%0aalert(1)',
    'data:text/html,localhost',
    'file://localhost/etc/passwd',
    'localhost:4400',
    '',
  ])('is never one that leads elsewhere: %j', (named) => {
    expect(sandboxUrl(pageAt(PAGE, named))).toBeUndefined()
  })

  it.each(ELSEWHERE)('is unknown to a page that is not on this machine: %s', (page) => {
    expect(sandboxUrl(pageAt(page))).toBeUndefined()
    expect(sandboxUrl(pageAt(page, DEFAULT))).toBeUndefined()
  })
})
