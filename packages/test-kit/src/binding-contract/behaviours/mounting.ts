import { expect, it } from 'vitest'
import {
  ADA_TEXT,
  BOUNDARY,
  countInitAnswers,
  countInits,
  createHost,
  createReadyHost,
  eventually,
  mount,
  openPage,
  type ContractContext,
} from '../contract-page.js'

export function mounting({ driver, consoleMessages }: ContractContext): void {
  it('shows connecting, then the data of the host', async () => {
    const { options } = openPage({ hold: true })
    const { element } = await mount(driver, { provider: { options }, scene: BOUNDARY })
    expect(element.textContent).toBe('connecting')
    options.release()
    await eventually(() => element.textContent, ADA_TEXT)
    expect(consoleMessages).toEqual([])
  })

  it('stays connecting until a late host answers', async () => {
    const { options, home } = openPage({ hold: true })
    const { element, settled } = await mount(driver, { provider: { options }, scene: BOUNDARY })
    await eventually(() => countInitAnswers(home), 1)
    await settled()
    expect(element.textContent).toBe('connecting')
    options.release()
    await eventually(() => element.textContent, ADA_TEXT)
  })

  it('shows a ready host in the first render', async () => {
    const host = await createReadyHost(openPage())
    const { element } = await mount(driver, { provider: { host }, scene: BOUNDARY })
    expect(element.textContent).toBe(ADA_TEXT)
  })

  it('sends one init when it mounts twice with options', async () => {
    const { options, home } = openPage()
    const { element, settled } = await mount(driver, { provider: { options }, scene: BOUNDARY }, { twice: true })
    await eventually(() => element.textContent, ADA_TEXT)
    await settled()
    expect(countInits(home)).toBe(1)
    expect(options.listening()).toBe(1)
    expect(consoleMessages).toEqual([])
  })

  it('sends one init when it mounts twice with a host', async () => {
    const { options, home } = openPage()
    const host = createHost(options)
    const { element, settled } = await mount(driver, { provider: { host }, scene: BOUNDARY }, { twice: true })
    await eventually(() => element.textContent, ADA_TEXT)
    await settled()
    expect(countInits(home)).toBe(1)
    expect(host.getSnapshot().status).toBe('ready')
  })
}
