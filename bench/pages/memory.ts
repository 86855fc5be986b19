import { createHaiiloHost } from '@haiilo-kit/core'

const trust = [{ issuer: ISSUER, keys: [KEY] }]

/** Dispatches messages that are not for the kit to a connected host. */
async function receiveJunk(data: readonly unknown[], messages: number): Promise<void> {
  const host = createHaiiloHost({ trust })
  await host.ready()
  for (let index = 0; index < messages; index += 1) {
    dispatchEvent(new MessageEvent('message', { data: data[index % data.length], origin: ISSUER, source: parent }))
    if (index % 1000 === 0) await new Promise((resolve) => setTimeout(resolve))
  }
  host.close()
}

/** Opens and closes hosts, like a component that mounts and unmounts. */
async function mountAndUnmount(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const host = createHaiiloHost({ trust })
    const stop = host.subscribe(() => undefined)
    await host.ready()
    stop()
    host.close()
  }
}

Object.assign(globalThis, { receiveJunk, mountAndUnmount })
