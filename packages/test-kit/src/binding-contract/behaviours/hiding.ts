import type { VerifiedMessage } from '@haiilo-kit/core'
import { expect, it } from 'vitest'
import {
  ADA_TEXT,
  BOUNDARY,
  countInits,
  createReadyHost,
  eventually,
  mount,
  openPage,
  setEditing,
  type ContractContext,
} from '../contract-page.js'

export function hiding({ driver, consoleMessages }: ContractContext): void {
  if (!driver.canHide) return

  it('shows the current state when it becomes visible again', async () => {
    const page = openPage()
    const host = await createReadyHost(page)
    const { element, setHidden } = await mount(driver, { provider: { host }, scene: BOUNDARY })
    await setHidden(true)
    await setEditing(page.home, host, true)
    await setHidden(false)
    await eventually(() => element.textContent, `${ADA_TEXT} while editing`)
    expect(countInits(page.home)).toBe(1)
    expect(consoleMessages).toEqual([])
  })

  it('receives messages only while it is visible', async () => {
    const page = openPage()
    const host = await createReadyHost(page)
    const received: unknown[] = []
    const onMessage = ({ claims }: VerifiedMessage): void => void received.push(claims['jti'])
    const { setHidden } = await mount(driver, {
      provider: { host },
      scene: { kind: 'message', subject: 'edit', onMessage },
    })
    await setHidden(true)
    await setEditing(page.home, host, true)
    expect(received).toEqual([])
    await setHidden(false)
    await setEditing(page.home, host, false)
    expect(received).toHaveLength(1)
  })
}
