// Takes the pictures of the README from today's stories: docs/images/sandbox.png and settings.png. Prevents outdated pictures.
//
//   node scripts/generate/readme-pictures.mjs
import '../lib/require-node.mjs'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { CHROMIUM_FLAGS, chromiumPath } from '../lib/chromium.mjs'
import { root } from '../lib/commands.mjs'
import { startStorybook, STORYBOOK } from '../lib/storybook.mjs'

const MAX_BYTES = 250_000

const stopStorybook = await startStorybook()
const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS })
try {
  await save('sandbox.png', await takeSandbox())
  await save('settings.png', await takeSettings())
} finally {
  await browser.close()
  stopStorybook()
}

/** The sandbox after a reservation. */
async function takeSandbox() {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' })
  await page.goto(`${STORYBOOK}/?path=/story/sandbox--in-memory`)
  const canvas = page.frameLocator('#storybook-preview-iframe')
  const plugin = canvas.frameLocator('iframe[title="Lunch"]')
  await plugin.getByRole('button', { name: 'Reserve: Gnocchi with spinach' }).click()
  await plugin.getByText(/Reserved: table/).waitFor()
  // the host sets the last height after the answer is drawn
  await canvas
    .getByRole('row', { name: /setHeight accepted/ })
    .nth(1)
    .waitFor()
  await page.mouse.move(0, 0)
  await plugin.locator('body').evaluate(({ ownerDocument }) => ownerDocument.activeElement?.blur())
  return page
}

/** Two settings forms side by side: one that is refused, in light; one in German, in dark. */
async function takeSettings() {
  const page = await browser.newPage({ viewport: { width: 1280, height: 604 } })
  // the pages of the stories follow the scheme of the frame that holds them
  await page.setContent(`<style>body { display: flex; margin: 0 } iframe { flex: 1; height: 604px; border: 0 }</style>
    <iframe style="color-scheme: light" src="${storyUrl('refused')}"></iframe>
    <iframe style="color-scheme: dark" src="${storyUrl('in-german')}"></iframe>`)
  const [refused, german] = [0, 1].map((index) => page.frameLocator('iframe').nth(index))
  await refused.getByRole('link', { name: 'Title' }).waitFor()
  await german.getByRole('checkbox', { name: /Vegan/ }).waitFor()
  return page
}

function storyUrl(name) {
  return `${STORYBOOK}/iframe.html?viewMode=story&id=components-config-form--${name}`
}

async function save(file, page) {
  const path = join(root, 'docs/images', file)
  await page.screenshot({ path, animations: 'disabled' })
  await page.close()
  const { size } = statSync(path)
  if (size > MAX_BYTES) throw new Error(`${path} has ${size} bytes, more than ${MAX_BYTES}.`)
  console.log(`${path}: ${size} bytes`)
}
