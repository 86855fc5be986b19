import { JUNK } from './lib/junk.mjs'
import { median, middleHalf } from './lib/statistics.mjs'

const MESSAGES = 10_000

/** One round may meet what else the machine does. */
const ROUNDS = 9

/** Whether the page can still do something else while its host, or who poses as it, posts ten thousand messages that mean nothing. */
export async function* junkFlood(openStage) {
  const stage = await openStage()
  await stage.addPage('flood')
  const { page, frame, close } = await stage.embed('flood')
  const stranger = stage.tenant.sign({ iss: stage.issuer, jti: 'somebody else' })
  await page.evaluate(
    ([junk, messages]) =>
      globalThis.addEventListener('message', ({ data, source, origin }) => {
        if (data.sub !== 'flood') return
        for (let index = 1; index < messages; index += 1) source.postMessage(junk[index % junk.length], origin)
        source.postMessage(data.last, origin)
      }),
    [[...JUNK, stranger], MESSAGES],
  )
  const without = await floods(frame)
  await frame.evaluate(() => globalThis.connect())
  const longest = await floods(frame)
  await close()
  const name = `${MESSAGES.toLocaleString('en')} junk messages, longest task`
  const note = `without the kit ${Math.round(median(without))} ms; 0 is less than 50`
  yield { name, value: median(longest), unit: 'ms', spread: middleHalf(longest), limit: { most: 50 }, note }
}

/** The longest task of each round, in milliseconds. */
async function floods(frame) {
  const rounds = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const { received, longest } = await frame.evaluate(() => globalThis.longestTask())
    if (received < MESSAGES) throw new Error(`Only ${received} messages came.`)
    rounds.push(longest)
  }
  return rounds
}
