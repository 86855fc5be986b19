import { nothing } from 'lit'
import { describe, expect, it, onTestFinished, vi, type Mock } from 'vitest'

import { draw, drawn, within } from '../../test/draw.js'
import { safeAddresses, unsafeAddresses } from '../../test/unsafe-addresses.js'
import '../components/button/haiilo-button.js'
import type { HaiiloButton } from '../components/button/haiilo-button.js'
import '../components/host-status/haiilo-host-status.js'
import { safeHref } from './safe-href.js'

function watchWarnings(): Mock<typeof console.warn> {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  onTestFinished(() => warn.mockRestore())
  return warn
}

/** Returns the scheme of a native link with this address. */
function nativeScheme(address: string): string {
  return Object.assign(document.createElement('a'), { href: address }).protocol
}

describe('safeHref', () => {
  it.each(unsafeAddresses)('leaves out %j and warns once', (address) => {
    const warn = watchWarnings()
    const element = document.createElement('haiilo-button')
    expect([safeHref(address, element), safeHref(address, element)]).toEqual([nothing, nothing])
    expect(warn).toHaveBeenCalledOnce()
    expect(String(warn.mock.calls[0]?.[0])).toMatch(/^<haiilo-button> [\x20-\x7e]+$/)
  })

  it.each(safeAddresses)('keeps %j as it is', (address) => {
    const warn = watchWarnings()
    expect(safeHref(address, document.createElement('haiilo-button'))).toBe(address)
    expect(warn).not.toHaveBeenCalled()
  })

  it('treats each character before and in a scheme like a native link', () => {
    watchWarnings()
    for (let code = 0; code < 0x3000; code += 1) {
      const character = String.fromCharCode(code)
      for (const address of [`${character}javascript:1`, `java${character}script:1`, `javascript${character}:1`]) {
        const isSafe = ['http:', 'https:', 'mailto:', 'tel:'].includes(nativeScheme(address))
        expect(safeHref(address, document.body) !== nothing, JSON.stringify(address)).toBe(isSafe)
      }
    }
  })

  it('converts an object once, so that a second conversion cannot return an unsafe address', () => {
    const answers = ['https://example.com/', 'javascript:alert(1)']
    expect(safeHref({ toString: () => answers.shift() }, document.body)).toBe('https://example.com/')
  })

  it('keeps a fragment if the address of the page is not http', () => {
    const page = document.implementation.createHTMLDocument()
    const place = page.createElement('base')
    place.href = 'blob:https://example.com/1b4e28ba'
    page.head.append(place)
    expect(safeHref('#menu', page.body)).toBe('#menu')
  })
})

describe('a component', () => {
  it.each(unsafeAddresses)('has no href for %j, as attribute and as property', async (address) => {
    const warn = watchWarnings()
    const button = await draw<HaiiloButton>('<haiilo-button>More</haiilo-button>')
    button.setAttribute('href', address)
    await drawn(document)
    expect(within(button, 'a').hasAttribute('href')).toBe(false)
    expect(within(button, 'a').getAttribute('aria-disabled')).toBe('true')
    button.busy = true
    await drawn(document)
    expect(warn).toHaveBeenCalledOnce()

    const other = await draw<HaiiloButton>('<haiilo-button>More</haiilo-button>')
    other.href = address
    await drawn(document)
    expect(within(other, 'a').hasAttribute('href')).toBe(false)
  })

  it('has a link again when the address is safe', async () => {
    watchWarnings()
    const button = await draw<HaiiloButton>('<haiilo-button href="javascript:alert(1)">More</haiilo-button>')
    button.href = 'https://example.com/'
    await drawn(document)
    expect(within(button, 'a').href).toBe('https://example.com/')
  })

  it('opens a new window that has no access to this one', async () => {
    const button = await draw<HaiiloButton>('<haiilo-button href="#a" target="_blank">More</haiilo-button>')
    expect(within(button, 'a').rel).toBe('noopener')
  })

  it('shows the code without a link if the address of the help pages is unsafe', async () => {
    watchWarnings()
    const status = await draw('<haiilo-host-status help-base="javascript:alert(1)//"></haiilo-host-status>')
    const snapshot = { status: 'failed', error: { code: 'ERR_TOKEN_EXPIRED' } }
    Object.assign(status, { host: { getSnapshot: () => snapshot, subscribe: () => () => undefined } })
    await drawn(document)
    expect(status.shadowRoot?.querySelector('a')).toBeNull()
    expect(within(status, 'code').textContent).toBe('ERR_TOKEN_EXPIRED')
  })
})
