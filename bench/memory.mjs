import { JUNK } from './lib/junk.mjs'

const MESSAGES = 1_000_000
const MOUNTS = 2000

/** Measures leaks: how much the heap grows over many messages and many hosts, after a warm-up and with garbage collection. */
export async function* memory(openStage) {
  const stage = await openStage()
  await stage.addPage('memory')
  const { frame, inspect, close } = await stage.embed('memory')
  const inspector = await inspect()
  const junk = [...JUNK, stage.tenant.sign({ iss: stage.issuer, jti: 'unknown nonce' })]
  const receive = (messages) => frame.evaluate((options) => globalThis.receiveJunk(...options), [junk, messages])
  const mount = (times) => frame.evaluate((count) => globalThis.mountAndUnmount(count), times)

  const limit = { most: 100 }
  const perMessages = await growth(inspector, receive, MESSAGES)
  yield {
    name: `heap growth in the second half of ${MESSAGES.toLocaleString('en')} messages`,
    value: perMessages,
    unit: 'kB',
    limit,
  }
  const perMounts = await growth(inspector, mount, MOUNTS)
  yield {
    name: `heap growth in the second half of ${MOUNTS.toLocaleString('en')} mounts and unmounts`,
    value: perMounts,
    unit: 'kB',
    limit,
  }
  yield { name: '… leaked listeners', value: await listeners(inspector), limit: { most: 0 } }
  await close()
}

/** Returns the growth of the heap in the second half of the runs, in kilobytes. In the first half, code is compiled and caches fill. */
async function growth(inspector, run, times) {
  await run(times / 2)
  const before = await heapSize(inspector)
  await run(times / 2)
  return Math.max(0, (await heapSize(inspector)) - before) / 1000
}

async function heapSize(inspector) {
  // objects that one collection frees may have kept others alive
  for (let time = 0; time < 3; time += 1) await inspector.send('HeapProfiler.collectGarbage')
  const { usedSize } = await inspector.send('Runtime.getHeapUsage')
  return usedSize
}

/** Returns the number of listeners on the window. */
async function listeners(inspector) {
  const { result } = await inspector.send('Runtime.evaluate', { expression: 'window' })
  return (await inspector.send('DOMDebugger.getEventListeners', { objectId: result.objectId })).listeners.length
}
