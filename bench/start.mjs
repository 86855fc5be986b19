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
 * Each load has a browser context of its own, and the clients take turns.
 */
export async function* start(openStage) {
  const stage = await openStage()
  for (const page of Object.values(CLIENTS)) await stage.addPage(page, { late: true })
  const times = Object.fromEntries(Object.keys(CLIENTS).map((client) => [client, []]))
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const [client, page] of Object.entries(CLIENTS)) {
      const time = await loadOnce(stage, page)
      if (round >= 0) times[client].push(time)
    }
  }
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

async function loadOnce(stage, page) {
  const { frame, close } = await stage.embed(page)
  const [time, claims] = await frame.evaluate(() => globalThis.verified)
  await close()
  // the vendor's adapter nests them
  if ((claims['ctx.userName'] ?? claims.ctx?.userName) !== 'Ada Lovelace')
    throw new Error(`${page} verified something else.`)
  return time
}
