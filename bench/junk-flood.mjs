import { JUNK } from './lib/junk.mjs'

const MESSAGES = 10_000

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
  const without = await frame.evaluate(() => globalThis.longestTask())
  await frame.evaluate(() => globalThis.connect())
  const { received, longest } = await frame.evaluate(() => globalThis.longestTask())
  await close()
  const name = `${received.toLocaleString('en')} junk messages, longest task`
  const note = `without the kit ${Math.round(without.longest)} ms; 0 is less than 50`
  yield { name, value: longest, unit: 'ms', limit: { most: 50 }, note }
}
