import { expect, it } from 'vitest'
import { BOUNDARY, createHost, eventually, mount, openPage, type ContractContext } from '../contract-page.js'

export function authorMistakes({ driver }: ContractContext): void {
  if (driver.kind !== 'binding') return

  it('throws ERR_PROVIDER_MISSING without a provider', async () => {
    const { errors } = await mount(driver, { scene: BOUNDARY })
    expect(errors[0]).toMatchObject({ code: 'ERR_PROVIDER_MISSING' })
  })

  it('throws ERR_HOST_NOT_READY when the context is read before the host is ready', async () => {
    const { options } = openPage({ hold: true })
    const { errors } = await mount(driver, { provider: { options }, scene: { kind: 'unguarded' } })
    expect(errors[0]).toMatchObject({ code: 'ERR_HOST_NOT_READY' })
  })

  it('passes an error to the error handler of the framework if the boundary has no fallback for it', async () => {
    const host = createHost(openPage({ fault: 'tampered' }).options)
    const { errors } = await mount(driver, { provider: { host }, scene: { kind: 'boundary', withoutFailed: true } })
    await eventually(() => errors.length, 1)
    expect(errors[0]).toBe(host.getSnapshot().error)
  })

  it.each(['both a host and options', 'neither a host nor options'])('rejects a provider with %s', async (given) => {
    const { options } = openPage()
    const provider = given.startsWith('both') ? { host: createHost(options), options } : {}
    const { errors } = await mount(driver, { provider, scene: BOUNDARY })
    expect(errors[0]).toBeInstanceOf(TypeError)
    expect(String(errors[0])).toMatch(/host.*options/)
  })
}
