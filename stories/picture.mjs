// Takes the picture of the sandbox for the README: `node stories/picture.mjs` while `npm start` runs. Guards against a picture that shows
// a sandbox of the past.
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { CHROMIUM_FLAGS, chromiumPath } from '../scripts/lib/chromium.mjs'

const picture = fileURLToPath(new URL('../docs/images/sandbox.png', import.meta.url))
const MAX_BYTES = 250_000

const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS })
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' })
  await page.goto('http://localhost:6006/?path=/story/sandbox--in-memory')
  const canvas = page.frameLocator('#storybook-preview-iframe')
  const plugin = canvas.frameLocator('iframe[title="Lunch"]')
  await plugin.getByRole('button', { name: 'Reserve: Gnocchi with spinach' }).click()
  await plugin.getByText(/Reserved: table/).waitFor()
  // the last height is on its way once the answer is drawn
  await canvas
    .getByRole('row', { name: /setHeight accepted/ })
    .nth(1)
    .waitFor()
  await page.mouse.move(0, 0)
  await plugin.locator('body').evaluate(({ ownerDocument }) => ownerDocument.activeElement?.blur())
  await page.screenshot({ path: picture })
} finally {
  await browser.close()
}
const { size } = statSync(picture)
if (size > MAX_BYTES) throw new Error(`The picture has ${size} bytes, more than ${MAX_BYTES}.`)
console.log(`${picture}: ${size} bytes`)
