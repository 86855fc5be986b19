import { JUNK } from './lib/junk.mjs'
import { median, middleHalf } from './lib/statistics.mjs'

/** Many short rounds: whatever else the machine does then disturbs few of them, and the median is of the others. */
const ROUNDS = 300

/** What a message costs that is not for us, beyond what it costs to dispatch it to a listener that does nothing. */
export async function* listener(openStage) {
  const stage = await openStage()
  await stage.addPage('listener')
  const { frame, close } = await stage.embed('listener')
  const stranger = stage.tenant.sign({ iss: stage.issuer, jti: 'somebody else' })
  const cost = (data, messages) =>
    frame.evaluate(([items, options]) => globalThis.messageCost(items, options), [data, { rounds: ROUNDS, messages }])

  const junk = await cost(JUNK, 10 * JUNK.length)
  yield { name: 'junk message, kit', ...beyond(junk.kit, junk.empty), limit: { most: 2 } }
  yield { name: "junk message, vendor's adapter", ...beyond(junk.vendor, junk.empty) }

  const token = await cost([stranger], 20)
  yield { name: 'token that answers nobody, kit', ...beyond(token.kit, token.empty), limit: { most: 15 } }
  yield { name: "token that answers nobody, vendor's adapter", ...beyond(token.vendor, token.empty) }
  await close()
}

function beyond(times, empty) {
  const differences = times.map((time, round) => Math.max(0, time - empty[round]))
  return { value: median(differences), unit: 'µs', spread: middleHalf(differences) }
}
