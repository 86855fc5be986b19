import { median, ratio } from './lib/statistics.mjs'

const ROUNDS = 36

/** Left out: the first loads also warm up what all share, the host page's process and the files of the browser. */
const WARM_UP = 2

/** Every client of the comparison, and the page that it is measured in. */
const CLIENTS = {
  floor: 'start-floor',
  kit: 'start-kit',
  jose: 'start-jose',
  vendor: 'start-vendor',
  vendorJku: 'start-vendor-jku',
}

/**
 * From the start of the script to verified claims, in a frame of another site: its evaluation, the question, the answer, the signature.
 * Each load has a process of its own, and the clients take turns.
 */
export async function* start(openStage) {
  const stage = await openStage()
  const host = await stage.openHost()
  for (const page of Object.values(CLIENTS)) await stage.addPage(page, { late: true })
  const times = Object.fromEntries(Object.keys(CLIENTS).map((client) => [client, []]))
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const [client, page] of Object.entries(CLIENTS)) {
      const time = await loadOnce(host, page)
      if (round >= 0) times[client].push(time)
    }
  }
  await host.close()
  const rows = [
    ['kit', 'script start → verified, kit', { limit: { most: 1.4 } }],
    ['jose', 'script start → verified, strict client on jose'],
    ['vendor', "script start → verified, vendor's adapter, key built in"],
    ['vendorJku', "script start → verified, vendor's adapter, key by jku (no TLS)"],
  ]
  const note = `floor ${median(times.floor).toFixed(1)} ms`
  for (const [client, name, more] of rows) {
    yield { name, unit: '×', ...ratio(times[client], times.floor), note, ...more }
  }
}

async function loadOnce(host, page) {
  const { time, claims, error } = await host.evaluate(async (name) => {
    await globalThis.embed(name)
    return globalThis.reported
  }, page)
  // the vendor's adapter nests them
  const userName = claims?.['ctx.userName'] ?? claims?.ctx?.userName
  if (userName !== 'Ada Lovelace') throw new Error(`${page} verified something else: ${error}`)
  return time
}
