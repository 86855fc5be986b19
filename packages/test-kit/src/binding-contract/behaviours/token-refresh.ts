import { expect, it } from 'vitest'
import type { Scene } from '../binding-driver.js'
import {
  ADA_TEXT,
  BOUNDARY,
  countInits,
  createReadyHost,
  eventually,
  mount,
  openPage,
  type ContractContext,
} from '../contract-page.js'

export function tokenRefresh({ driver }: ContractContext): void {
  it('stays ready while the token is refreshed', async () => {
    const page = openPage()
    const host = await createReadyHost(page)
    const rendered: unknown[] = []
    const scene: Scene = {
      kind: 'selection',
      select: ({ status }) => status,
      onRender: (status) => rendered.push(status),
    }
    const { settled } = await mount(driver, { provider: { host }, scene })
    await host.getToken({ fresh: true })
    await settled()
    expect(countInits(page.home)).toBe(2)
    expect(new Set(rendered)).toEqual(new Set(['ready']))
  })

  it('fails when a fresh token is for another user', async () => {
    const host = await createReadyHost(openPage({ fault: 'other-user' }))
    const { element } = await mount(driver, { provider: { host }, scene: BOUNDARY })
    expect(element.textContent).toBe(ADA_TEXT)
    await expect(host.getToken({ fresh: true })).rejects.toMatchObject({ code: 'ERR_IDENTITY_CHANGED' })
    await eventually(() => element.textContent, 'failed: ERR_IDENTITY_CHANGED')
  })
}
