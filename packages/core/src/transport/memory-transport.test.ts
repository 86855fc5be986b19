import { nextTask } from '@haiilo-kit/test-kit'
import { describe, expect, it, vi } from 'vitest'
import { memoryTransport, type IncomingMessage } from '../index.js'

function listening(): ReturnType<typeof memoryTransport> & {
  readonly received: IncomingMessage[]
  readonly restored: () => void
  readonly stop: () => void
} {
  const link = memoryTransport()
  const received: IncomingMessage[] = []
  const restored = vi.fn()
  const stop = link.plugin.listen({ message: (message) => received.push(message), restored })
  return { ...link, received, restored, stop }
}

describe('memoryTransport', () => {
  it('delivers messages of the host with their origin, as the host or as another window', async () => {
    const { host, received } = listening()
    host.post('one', 'https://home.example.com')
    host.post({ two: 2 }, 'https://frame.example.com', { fromHost: false })
    await nextTask()
    expect(received).toEqual([
      { data: 'one', origin: 'https://home.example.com', fromHost: true },
      { data: { two: 2 }, origin: 'https://frame.example.com', fromHost: false },
    ])
  })

  it('delivers messages of the plug-in with their target origin', async () => {
    const { plugin, host } = memoryTransport()
    const sent = vi.fn()
    host.listen(sent)
    plugin.post({ greeting: 'hello' }, '*')
    await nextTask()
    expect(sent.mock.calls).toEqual([[{ greeting: 'hello' }, '*']])
  })

  it('delivers asynchronously and in order', async () => {
    const { plugin, host, received } = listening()
    const sent: unknown[] = []
    host.listen((data) => sent.push(data))
    for (const number of [1, 2, 3]) {
      host.post(number, 'https://home.example.com')
      plugin.post({ number }, '*')
    }
    expect([received, sent]).toEqual([[], []])
    await nextTask()
    expect(received.map(({ data }) => data)).toEqual([1, 2, 3])
    expect(sent).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }])
  })

  it('clones the data at the time of the call', async () => {
    const { plugin, host, received } = listening()
    const sent: unknown[] = []
    host.listen((data) => sent.push(data))
    const message = { list: [1] }
    host.post(message, 'https://home.example.com')
    plugin.post(message, '*')
    message.list.push(2)
    await nextTask()
    expect(received[0]?.data).toEqual({ list: [1] })
    expect(sent).toEqual([{ list: [1] }])
    expect(() => plugin.post({ run: () => undefined }, '*')).toThrow('could not be cloned')
    expect(() => host.post(() => undefined, 'https://home.example.com')).toThrow('could not be cloned')
  })

  it('does not call a stopped listener', async () => {
    const { plugin, host, received, restored, stop } = listening()
    const sent = vi.fn()
    const stopHost = host.listen(sent)
    stop()
    stopHost()
    host.post('one', 'https://home.example.com')
    host.restore()
    plugin.post({ greeting: 'hello' }, '*')
    await nextTask()
    expect(received).toEqual([])
    expect(restored).not.toHaveBeenCalled()
    expect(sent).not.toHaveBeenCalled()
  })

  it('reports that the page came back from the cache', () => {
    const { host, restored } = listening()
    host.restore()
    expect(restored).toHaveBeenCalledTimes(1)
  })

  it('links only its own two ends', async () => {
    const [one, two] = [listening(), listening()]
    one.host.post('one', 'https://home.example.com')
    await nextTask()
    expect(one.received).toHaveLength(1)
    expect(two.received).toEqual([])
  })
})
