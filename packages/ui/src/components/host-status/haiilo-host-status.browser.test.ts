import { createHaiiloHost, describeError, HaiiloError, haiiloErrorCodes, type HaiiloHost } from '@haiilo-kit/core'
import { createSimulatedHost, type SimulatedFault } from '@haiilo-kit/simulator'
import { describe, expect, it, onTestFinished } from 'vitest'
import { userEvent } from 'vitest/browser'

import { draw, drawn, expectAccessible, within } from '../../../test/draw.js'
import en from '../../languages/en.json'
import './haiilo-host-status.js'
import type { HaiiloHostStatus, StatusHost } from './haiilo-host-status.js'

async function drawStatus(fault?: SimulatedFault, timeout = 10_000): Promise<Drawn> {
  const home = createSimulatedHost({ user: { userName: 'Ada' }, ...(fault && { fault }) })
  const host = createHaiiloHost({ ...home.connect(), timeout })
  onTestFinished(() => {
    host.close()
    home.close()
  })
  const status = await draw<HaiiloHostStatus>('<haiilo-host-status><h1>Enjoy</h1></haiilo-host-status>')
  status.host = host
  await drawn(document)
  return { status, host, home }
}

/** A connection that failed. */
function failedWith(error: HaiiloError): StatusHost {
  return { getSnapshot: () => ({ status: 'failed', error }), subscribe: () => () => undefined, retry: () => undefined }
}

interface Drawn {
  readonly status: HaiiloHostStatus
  readonly host: HaiiloHost
  readonly home: ReturnType<typeof createSimulatedHost>
}

const shadowOf = (status: HaiiloHostStatus): string => status.shadowRoot?.textContent.replace(/\s+/g, ' ').trim() ?? ''
const headingOf = (status: HaiiloHostStatus): string => within(status, 'haiilo-alert').getAttribute('heading') ?? ''
const isContentShown = (status: HaiiloHostStatus): boolean => status.querySelector('h1')?.checkVisibility() ?? false

describe('haiilo-host-status', () => {
  it('shows a skeleton while connecting, and announces it to screen readers', async () => {
    const { status } = await drawStatus('silent')
    expect(within(status, '[role=status]').textContent.trim()).toBe(en.connecting)
    expect(within(status, 'haiilo-skeleton').checkVisibility()).toBe(true)
    expect(isContentShown(status)).toBe(false)
    await expectAccessible()
  })

  it('shows its content once the host is verified', async () => {
    const { status, host } = await drawStatus()
    await host.ready()
    await drawn(document)
    expect([isContentShown(status), shadowOf(status)]).toEqual([true, ''])
    await expectAccessible()
  })

  it('shows a failure with its remedy and its code, and is ready after a retry', async () => {
    const { status, host, home } = await drawStatus('expired')
    await host.ready().catch(() => undefined)
    await drawn(document)
    expect(within(status, '[role=alert]').textContent).toContain(
      describeError(new HaiiloError('ERR_TOKEN_EXPIRED', ''), 'en'),
    )
    expect(shadowOf(status)).toContain('ERR_TOKEN_EXPIRED')
    expect(isContentShown(status)).toBe(false)
    await expectAccessible()

    home.setFault(undefined)
    within(status, 'haiilo-button').focus()
    await userEvent.keyboard('{Enter}')
    // the button is removed, but the focus stays in the component
    expect(status.shadowRoot?.activeElement?.id).toBe('view')
    await host.ready()
    await drawn(document)
    expect(isContentShown(status)).toBe(true)
  })

  it('links to the page of the error code with help-base', async () => {
    const { status, host } = await drawStatus('unsigned')
    status.helpBase = 'https://docs.example.com/errors/'
    await host.ready().catch(() => undefined)
    await drawn(document)
    const link = within(status, 'a')
    expect(link.href).toBe('https://docs.example.com/errors/ERR_TOKEN_ALGORITHM')
    expect(link.textContent).toBe('What does ERR_TOKEN_ALGORITHM mean?')
  })

  it('links to the sandbox that a page on localhost names, if the page is open outside of a host', async () => {
    const meta = document.createElement('meta')
    meta.name = 'haiilo-sandbox'
    document.head.append(meta)
    onTestFinished(() => meta.remove())
    const status = await draw<HaiiloHostStatus>('<haiilo-host-status></haiilo-host-status>')
    const linksAfter = async (named: string): Promise<string[]> => {
      meta.content = named
      status.host = failedWith(new HaiiloError('ERR_NOT_EMBEDDED', ''))
      await drawn(document)
      return [...(status.shadowRoot?.querySelectorAll('a') ?? [])].map(({ href }) => href)
    }
    expect(await linksAfter('https://home.example.com/')).toEqual([])
    const sandbox = 'http://home.localhost:4401/#setup=e30'
    expect(await linksAfter(sandbox)).toEqual([sandbox])
    await expectAccessible()
  })

  it('shows that a connection has ended', async () => {
    const { status, host } = await drawStatus()
    await host.ready()
    host.close()
    await drawn(document)
    expect(headingOf(status)).toBe(en.closed)
  })

  it('follows a new host instead of the old one, and shows the current state when it returns to the page', async () => {
    const { status, host } = await drawStatus('silent')
    const other = await drawStatus()
    status.host = other.host
    await other.host.ready()
    await drawn(document)
    expect(isContentShown(status)).toBe(true)
    host.close()
    await drawn(document)
    expect(isContentShown(status)).toBe(true)
    status.remove()
    other.host.close()
    document.body.append(status)
    onTestFinished(() => status.remove())
    await drawn(document)
    expect(headingOf(status)).toBe(en.closed)
  })

  it('uses the language of the page', async () => {
    const { status } = await drawStatus('silent')
    status.lang = 'de'
    await new Promise(requestAnimationFrame)
    await drawn(document)
    expect(shadowOf(status)).toContain('Verbindung zu Haiilo wird aufgebaut')
  })

  it('shows the connecting state without a host', async () => {
    const status = await draw<HaiiloHostStatus>('<haiilo-host-status></haiilo-host-status>')
    expect(shadowOf(status)).toContain(en.connecting)
  })

  it.each(haiiloErrorCodes)(
    'describes %s in the language of the page, without the message for developers',
    async (code) => {
      const status = await draw<HaiiloHostStatus>('<haiilo-host-status lang="de-CH"></haiilo-host-status>')
      const error = new HaiiloError(code, 'Open http://localhost:5173/sandbox.')
      status.host = failedWith(error)
      await drawn(document)
      expect(shadowOf(status)).toContain(describeError(error, 'de'))
      expect(shadowOf(status)).not.toContain('localhost')
    },
  )
})
