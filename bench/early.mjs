import { importBundle } from './lib/bundle.mjs'
import { median, ratio } from './lib/statistics.mjs'

const ROUNDS = 15

/** Left out: the first loads also warm up what all share. */
const WARM_UP = 1

/** What plug-ins often have. */
const BUNDLE_BYTES = 200_000

/** A slow line, as mobile phones have it. */
const BITS_PER_SECOND = 1_600_000
const ROUND_TRIP_MS = 150

/** Of the host: it looks up the person and the configuration, and signs. */
const ANSWER_MS = 200

/**
 * From the navigation to the verified context, on a slow line, with and without the script that asks before the bundle is there. The
 * pages take turns in one frame. At best the context is verified when the bundle has arrived, which is the floor.
 */
export async function* early(openStage) {
  const stage = await openStage()
  const { earlyHandshake } = await importBundle(`export { earlyHandshake } from '@haiilo-kit/core/early'`)
  const common = { module: 'early', size: BUNDLE_BYTES }
  await stage.addPage('early', { ...common, head: `</script><script>${earlyHandshake('plugin')}</script><script>` })
  await stage.addPage('early-without', common)
  const host = await stage.embed('early-without')
  await slowDown(host)
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

async function slowDown({ page, inspect }) {
  const line = await inspect()
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', {
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
  if (claims?.['ctx.userName'] !== 'Ada Lovelace') throw new Error(`${name} verified something else: ${error}`)
  if (arrived < (BUNDLE_BYTES * 8000) / BITS_PER_SECOND) throw new Error(`The line is not slow: ${arrived} ms.`)
  return { time, arrived }
}

function* rows(withIt, without) {
  const timesOf = (loads) => loads.map(({ time }) => time)
  const arrivalsOf = (loads) => loads.map(({ arrived }) => arrived)
  const ms = (values) => `${Math.round(median(values)).toLocaleString('en')} ms`
  const line = `${BUNDLE_BYTES / 1000} kB on ${BITS_PER_SECOND / 1e6} Mbit/s, round trip ${ROUND_TRIP_MS} ms; host answers after ${ANSWER_MS} ms`
  yield {
    name: 'navigation → verified context, asked early',
    unit: '×',
    ...ratio(timesOf(withIt), arrivalsOf(withIt)),
    note: `floor ${ms(arrivalsOf(withIt))}: ${line}`,
  }
  yield {
    name: 'navigation → verified context, asked by the bundle',
    unit: '×',
    ...ratio(timesOf(without), arrivalsOf(without)),
    note: `floor ${ms(arrivalsOf(without))}`,
  }
  yield {
    name: 'asked early ÷ asked by the bundle',
    unit: '×',
    ...ratio(timesOf(withIt), timesOf(without)),
    note: `${ms(timesOf(withIt))} ÷ ${ms(timesOf(without))}`,
  }
}
