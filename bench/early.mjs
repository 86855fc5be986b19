import { importBundle } from './lib/bundle.mjs'
import { median, ratio } from './lib/statistics.mjs'

const ROUNDS = 15

/** Rounds that are not counted, because the first loads also warm up shared processes and caches. */
const WARM_UP = 1

/** A typical bundle size of a plug-in. */
const BUNDLE_BYTES = 200_000

/** A slow mobile connection. */
const BITS_PER_SECOND = 1_600_000
const ROUND_TRIP_MS = 150

/** The response time of the host, which reads the user and the configuration, and signs a token. */
const ANSWER_MS = 200

/**
 * Measures the time from the navigation to the verified context on a slow connection, with and without the early handshake script. The
 * pages take turns in one frame. The floor is the time when the bundle has arrived: the context cannot be verified before.
 */
export async function* early(openStage) {
  const stage = await openStage()
  const { earlyHandshake } = await importBundle(`export { earlyHandshake } from '@haiilo-kit/core/early'`)
  const common = { module: 'early', size: BUNDLE_BYTES }
  await stage.addPage('early', { ...common, head: `</script><script>${earlyHandshake('plugin')}</script><script>` })
  await stage.addPage('early-without', common)
  const host = await stage.embed('early-without')
  await throttle(host)
  const loads = { early: [], 'early-without': [] }
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const [page, list] of Object.entries(loads)) {
      const load = await loadOnce(host.page, page)
      if (round >= 0) list.push(load)
    }
  }
  await host.close()
  yield* rows(loads.early, loads['early-without'])
}

async function throttle({ page, inspect }) {
  const inspector = await inspect()
  await inspector.send('Network.enable')
  await inspector.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: ROUND_TRIP_MS,
    downloadThroughput: BITS_PER_SECOND / 8,
    uploadThroughput: BITS_PER_SECOND / 8,
  })
  await page.evaluate((ms) => (globalThis.latency = ms), ANSWER_MS)
}

async function loadOnce(page, name) {
  const { time, arrived, claims, error } = await page.evaluate((wanted) => {
    globalThis.navigate(wanted)
    return globalThis.reported
  }, name)
  if (claims?.['ctx.userName'] !== 'Ada Lovelace')
    throw new Error(`${name} did not verify the claims of the test user: ${error}`)
  if (arrived < (BUNDLE_BYTES * 8000) / BITS_PER_SECOND)
    throw new Error(`The connection is not throttled: the bundle arrived after ${arrived} ms.`)
  return { time, arrived }
}

function* rows(withIt, without) {
  const timesOf = (loads) => loads.map(({ time }) => time)
  const arrivalsOf = (loads) => loads.map(({ arrived }) => arrived)
  const ms = (values) => `${Math.round(median(values)).toLocaleString('en')} ms`
  const connection = `${BUNDLE_BYTES / 1000} kB on ${BITS_PER_SECOND / 1e6} Mbit/s, round trip ${ROUND_TRIP_MS} ms; host answers after ${ANSWER_MS} ms`
  yield {
    name: 'navigation → verified context, early handshake',
    unit: '×',
    ...ratio(timesOf(withIt), arrivalsOf(withIt)),
    note: `floor ${ms(arrivalsOf(withIt))}: ${connection}`,
  }
  yield {
    name: 'navigation → verified context, handshake from the bundle',
    unit: '×',
    ...ratio(timesOf(without), arrivalsOf(without)),
    note: `floor ${ms(arrivalsOf(without))}`,
  }
  yield {
    name: 'early handshake ÷ handshake from the bundle',
    unit: '×',
    ...ratio(timesOf(withIt), timesOf(without)),
    note: `${ms(timesOf(withIt))} ÷ ${ms(timesOf(without))}`,
  }
}
