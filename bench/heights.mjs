/** How many messages a height that changes a thousand times makes, and whether the host knows the right one in the end. */
export async function* heights(openStage) {
  const stage = await openStage()
  await stage.addPage('heights')
  const { page, frame, close } = await stage.embed('heights')
  const { messages, frames, most, wanted } = await frame.evaluate(() => globalThis.changeHeights())
  const last = await page.evaluate('inbox.findLast(({ sub }) => sub === "setHeight")?.height')
  await close()
  const note = `${messages} messages in ${frames} frames`
  yield { name: '1,000 changes of the height, messages in one frame', value: most, limit: { most: 1 }, note }
  yield { name: '… last height, how far off', value: Math.abs((last ?? NaN) - wanted), unit: 'px', limit: { most: 0 } }
  const crowd = await stage.embed('heights')
  const cost = await crowd.frame.evaluate(() => globalThis.changeOneOf(10_000))
  await crowd.close()
  yield { name: '10,000 elements of which one changes, a frame', value: cost, unit: 'ms', limit: { most: 2 } }
}
