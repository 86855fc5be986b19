const MEGABYTES = 10

/** How long one message of 10 MB in the shape of a token keeps the page from doing anything else. */
export async function* largeMessage(openStage) {
  const stage = await openStage()
  await stage.addPage('listener')
  const { frame, close } = await stage.embed('listener')
  const { kit, vendor } = await frame.evaluate((size) => globalThis.largeMessageTime(size), MEGABYTES)
  await close()
  const note = 'a task of 50 ms is felt'
  yield { name: `message of ${MEGABYTES} MB, kit`, value: kit, unit: 'ms', limit: { most: 50 }, note }
  yield { name: `message of ${MEGABYTES} MB, vendor's adapter`, value: vendor, unit: 'ms' }
}
