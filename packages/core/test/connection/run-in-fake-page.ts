import { createTokenFactory, scriptHost } from '@haiilo-kit/test-kit'
import { expect, it, onTestFinished } from 'vitest'
import { CONNECTING, createHaiiloHost } from '../../src/index.js'

/** The behaviour in a DOM emulation. */
export function runInFakePage(page: string): void {
  it(`${page} has no host: creating works, and ready() rejects immediately`, async () => {
    const host = createHaiiloHost()
    onTestFinished(host.close)
    expect(host.getSnapshot()).toBe(CONNECTING)
    await expect(host.ready()).rejects.toHaveProperty('code', 'ERR_NOT_EMBEDDED')
    expect(host.getSnapshot().status).toBe('failed')
  })

  it(`in ${page} a host is verified over a memory transport`, async () => {
    const tenant = await createTokenFactory()
    const home = scriptHost({ tenant })
    const host = createHaiiloHost(home.options)
    onTestFinished(host.close)
    expect((await host.ready()).context.userId).toBe('user-1')
    host.on('ping', (message) => host.send('pong', {}, { replyTo: message }))
    await home.notify({ sub: 'ping', jti: undefined })
    expect((await home.next('pong')).targetOrigin).toBe(tenant.issuer)
  })

  it(`in ${page} a forged host is refused`, async () => {
    const [tenant, stranger] = await Promise.all([createTokenFactory(), createTokenFactory()])
    const home = scriptHost({ tenant, answer: ({ nonce }) => stranger.sign({ jti: nonce }) })
    const host = createHaiiloHost(home.options)
    onTestFinished(host.close)
    await expect(host.ready()).rejects.toHaveProperty('code', 'ERR_TOKEN_SIGNATURE')
  })
}
