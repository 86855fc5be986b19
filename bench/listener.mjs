import { JUNK } from './lib/junk.mjs'
import { median, middleHalf } from './lib/statistics.mjs'

/** Many short rounds, so that other work on the machine disturbs few of them and does not change the median. */
const ROUNDS = 300

/** Measures the cost of a message that is not for the kit, minus the cost of dispatching it to an empty listener. */
export async function* listener(openStage) {
  const stage = await openStage()
  await stage.addPage('listener')
  const { frame, close } = await stage.embed('listener')
  const unmatchedToken = stage.tenant.sign({ iss: stage.issuer, jti: 'unknown nonce' })
  const cost = (data, messages) =>
    frame.evaluate(([items, options]) => globalThis.messageCost(items, options), [data, { rounds: ROUNDS, messages }])

  const junk = await cost(JUNK, 10 * JUNK.length)
  yield { name: 'junk message, kit', ...difference(junk.kit, junk.empty), limit: { most: 2 } }
  yield { name: "junk message, vendor's adapter", ...difference(junk.vendor, junk.empty) }

  const token = await cost([unmatchedToken], 20)
  yield { name: 'token without a matching request, kit', ...difference(token.kit, token.empty), limit: { most: 15 } }
  yield { name: "token without a matching request, vendor's adapter", ...difference(token.vendor, token.empty) }
  await close()
}

function difference(times, empty) {
  const differences = times.map((time, round) => Math.max(0, time - empty[round]))
  return { value: median(differences), unit: 'µs', spread: middleHalf(differences) }
}
