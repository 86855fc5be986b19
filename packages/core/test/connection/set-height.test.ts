import { createTokenFactory, nextTask, type ScriptedHost } from '@haiilo-kit/test-kit'
import { describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../scene.js'

const tenant = await createTokenFactory({ clock: () => 1_700_000_000_000 })

function connect(): Scene {
  return openScene({ tenant, clock: () => 1_700_000_000_000 })
}

function heights({ sent }: ScriptedHost): unknown[] {
  return sent.filter(({ subject }) => subject === 'setHeight').map(({ data }) => data['height'])
}

describe('setHeight()', () => {
  const bad: unknown[] = [
    -1,
    Number.NaN,
    Infinity,
    -Infinity,
    undefined,
    null,
    '100',
    '',
    true,
    [],
    [100],
    {},
    100n,
    new Date(0),
  ]

  it.each(bad.map((height) => ({ height })))('refuses $height and sends nothing', async ({ height }) => {
    const { home, host } = connect()
    expect(() => host.setHeight(height as number)).toThrow(TypeError)
    await nextTask()
    expect(home.sent).toEqual([])
    await host.ready()
    expect(() => host.setHeight(height as number)).toThrow(TypeError)
    await nextTask()
    expect(heights(home)).toEqual([])
  })

  it('sends the height to the verified host', async () => {
    const { home, host } = connect()
    await host.ready()
    host.setHeight(320)
    const { data, nonce, targetOrigin } = await home.next('setHeight')
    expect(data).toEqual({ iss: 'source-1', sub: 'setHeight', jti: nonce, height: 320 })
    expect(targetOrigin).toBe(tenant.issuer)
    host.setHeight(0)
    await nextTask()
    expect(heights(home)).toEqual([320, 0])
  })

  it('sends only the last height from before the handshake, once', async () => {
    const { home, host } = connect()
    for (const height of [100, 200, 300]) host.setHeight(height)
    await host.ready()
    await nextTask()
    expect(heights(home)).toEqual([300])
    expect(home.sent.map(({ targetOrigin }) => targetOrigin)).toEqual(['*', tenant.issuer])
  })

  it('sends the last height again after retry()', async () => {
    const { home, host } = connect()
    host.setHeight(100)
    await host.ready()
    host.setHeight(200)
    host.close()
    host.retry()
    await host.ready()
    await nextTask()
    expect(heights(home)).toEqual([100, 200, 200])
  })

  it('keeps the height while there is no host', async () => {
    const { home, host } = connect()
    await host.ready()
    host.close()
    host.setHeight(150)
    await nextTask()
    expect(heights(home)).toEqual([])
    host.retry()
    await host.ready()
    await nextTask()
    expect(heights(home)).toEqual([150])
  })

  it('sends nothing again after a refresh', async () => {
    const { home, host } = connect()
    host.setHeight(100)
    await host.ready()
    await host.getToken({ fresh: true })
    await nextTask()
    expect(heights(home)).toEqual([100])
  })
})
