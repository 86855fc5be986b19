const MEGABYTES = 10

/** Measures how long a 10 MB message in the shape of a token blocks the page. */
export async function* largeMessage(openStage) {
  const stage = await openStage()
  await stage.addPage('listener')
  const { frame, close } = await stage.embed('listener')
  const { kit, vendor } = await frame.evaluate((size) => globalThis.largeMessageTime(size), MEGABYTES)
  await close()
  const note = 'users notice a task of 50 ms'
  yield { name: `message of ${MEGABYTES} MB, kit`, value: kit, unit: 'ms', limit: { most: 50 }, note }
  yield { name: `message of ${MEGABYTES} MB, vendor's adapter`, value: vendor, unit: 'ms' }
}
