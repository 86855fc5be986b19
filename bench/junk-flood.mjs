import { JUNK } from './lib/junk.mjs'
import { median, middleHalf } from './lib/statistics.mjs'

const MESSAGES = 10_000

/** Several rounds, because other work on the machine may disturb one of them. */
const ROUNDS = 9

/** Measures how long the page is blocked while another window floods it with 10,000 meaningless messages. */
export async function* junkFlood(openStage) {
  const stage = await openStage()
  await stage.addPage('flood')
  const { page, frame, close } = await stage.embed('flood')
  const unmatchedToken = stage.tenant.sign({ iss: stage.issuer, jti: 'unknown nonce' })
  await page.evaluate(
    ([junk, messages]) =>
      globalThis.addEventListener('message', ({ data, source, origin }) => {
        if (data.sub !== 'flood') return
        for (let index = 1; index < messages; index += 1) source.postMessage(junk[index % junk.length], origin)
        source.postMessage(data.last, origin)
      }),
    [[...JUNK, unmatchedToken], MESSAGES],
  )
  const without = await floods(frame)
  await frame.evaluate(() => globalThis.connect())
  const longest = await floods(frame)
  await close()
  const name = `${MESSAGES.toLocaleString('en')} junk messages, longest task`
  const note = `without the kit ${Math.round(median(without))} ms; 0 means less than 50 ms`
  yield { name, value: median(longest), unit: 'ms', spread: middleHalf(longest), limit: { most: 50 }, note }
}

/** Floods the page once per round. Returns the longest task of each round, in milliseconds. */
async function floods(frame) {
  const rounds = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const { received, longest } = await frame.evaluate(() => globalThis.longestTask())
    if (received < MESSAGES) throw new Error(`Only ${received} of ${MESSAGES} messages arrived.`)
    rounds.push(longest)
  }
  return rounds
}
