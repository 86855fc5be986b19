import { median, ratio } from './lib/statistics.mjs'

const ROUNDS = 36

/** Rounds that are not counted, because the first loads also warm up the process of the host page and the files of the browser. */
const WARM_UP = 2

/** The clients of the comparison, and their pages in `bench/pages`. */
const CLIENTS = {
  floor: 'start-floor',
  kit: 'start-kit',
  jose: 'start-jose',
  vendor: 'start-vendor',
  vendorJku: 'start-vendor-jku',
}

/**
 * Measures the time from the start of the script to verified claims in a cross-site frame: evaluation, request, response and signature.
 * Each load runs in a new process, and the clients take turns.
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
    ['kit', 'script start → verified, kit', { limit: { most: 1.5 } }],
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
  // the vendor's adapter nests the claims
  const userName = claims?.['ctx.userName'] ?? claims?.ctx?.userName
  if (userName !== 'Ada Lovelace') throw new Error(`${page} did not verify the claims of the test user: ${error}`)
  return time
}
