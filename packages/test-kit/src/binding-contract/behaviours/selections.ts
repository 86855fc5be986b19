import type { HostSnapshot } from '@haiilo-kit/core'
import { expect, it } from 'vitest'
import { createReadyHost, mount, openPage, setEditing, type ContractContext } from '../contract-page.js'

export function selections({ driver }: ContractContext): void {
  it.each<[string, (state: HostSnapshot<unknown>) => unknown]>([
    ['one field', ({ context }) => context],
    ['a new object of several fields', ({ context, config }) => ({ context, config })],
  ])('renders again only when the selection changes: %s', async (_, select) => {
    const page = openPage()
    const host = await createReadyHost(page)
    const rendered: unknown[] = []
    const onRender = (selection: unknown): void => void rendered.push(selection)
    const { settled } = await mount(driver, { provider: { host }, scene: { kind: 'selection', select, onRender } })
    const before = rendered.length
    await setEditing(page.home, host, true)
    await settled()
    expect(rendered.length).toBe(before)
    host.close()
    await settled()
    expect(rendered.length).toBe(before + 1)
  })
}
