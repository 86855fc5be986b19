/** Measures how many messages 1,000 height changes cause, and checks that the host has the correct final height. */
export async function* heights(openStage) {
  const stage = await openStage()
  await stage.addPage('heights')
  const { page, frame, close } = await stage.embed('heights')
  const { messages, frames, most, wanted } = await frame.evaluate(() => globalThis.changeHeights())
  const last = await page.evaluate('inbox.findLast(({ sub }) => sub === "setHeight")?.height')
  await close()
  const note = `${messages} messages in ${frames} frames`
  yield { name: '1,000 height changes, messages per frame', value: most, limit: { most: 1 }, note }
  yield { name: '… final height error', value: Math.abs((last ?? NaN) - wanted), unit: 'px', limit: { most: 0 } }
  const crowd = await stage.embed('heights')
  const cost = await crowd.frame.evaluate(() => globalThis.changeOneOf(10_000))
  await crowd.close()
  yield { name: 'one changed element out of 10,000, time per frame', value: cost, unit: 'ms', limit: { most: 2 } }
}
