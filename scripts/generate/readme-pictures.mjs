// Takes the pictures of the README from today's build: docs/images/sandbox.png and settings.png. Run `pnpm build` first. Prevents outdated pictures.
//
//   node scripts/generate/readme-pictures.mjs
import '../lib/require-node.mjs'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright'
import { CHROMIUM_FLAGS, chromiumPath } from '../lib/chromium.mjs'
import { root } from '../lib/commands.mjs'
import { startStorybook, STORYBOOK } from '../lib/storybook.mjs'

const MAX_BYTES = 250_000
/** `startStorybook` starts its server, too. */
const REACT_EXAMPLE = 'http://127.0.0.1:4102/manifest.json'
/** In milliseconds. The first story compiles all stories. */
const TIMEOUT = 180_000

const stopStorybook = await startStorybook()
const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS })
try {
  await takeSandbox()
  await save('settings.png', await takeSettings())
} finally {
  await browser.close()
  stopStorybook()
}

/** The sandbox with the React example. Needs the built packages. */
async function takeSandbox() {
  const { createSandboxServer } = await import(pathToFileURL(join(root, 'packages/sandbox/dist/index.js')).href)
  const sandbox = await createSandboxServer({ port: 0 })
  try {
    const manifest = await (await fetch(REACT_EXAMPLE)).json()
    sandbox.show({ manifest, manifestUrl: REACT_EXAMPLE, findings: [] })
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' })
    await page.goto(sandbox.url)
    const frames = page.locator('.widget iframe')
    await frames.nth(1).contentFrame().getByRole('heading', { name: 'Enjoy, Ada' }).waitFor()
    await page.getByText('setHeight').nth(1).waitFor()
    await page.mouse.move(0, 0)
    return await save('sandbox.png', page)
  } finally {
    await sandbox.close()
  }
}

/** Two settings forms side by side: one that is refused, in light; one in German, in dark. */
async function takeSettings() {
  const [refused, german] = [await takeForm('refused', 'light'), await takeForm('in-german', 'dark')]
  const page = await newPage({ viewport: { width: 1280, height: 604 } })
  const images = [refused, german].map((picture) => `<img src="data:image/png;base64,${picture.toString('base64')}">`)
  await page.setContent(`<style>body { display: flex; margin: 0 }</style>${images.join('')}`)
  return page
}

async function takeForm(name, colorScheme) {
  const page = await openStory(`components-config-form--${name}`, colorScheme)
  const picture = await page.screenshot({ animations: 'disabled' })
  await page.close()
  return picture
}

/** A story that has played without a failure. It gets some attempts, since a cold Storybook is slow. */
async function openStory(id, colorScheme, attempts = 5) {
  const page = await newPage({ viewport: { width: 640, height: 604 }, colorScheme })
  await page.goto(`${STORYBOOK}/iframe.html?viewMode=story&id=${id}`)
  if (await hasPlayed(page)) return page
  await page.close()
  if (attempts === 1) throw new Error(`The story ${id} fails.`)
  return openStory(id, colorScheme, attempts - 1)
}

/** Resolves when the play function of a story has ended, with whether it succeeded. */
async function hasPlayed(frame) {
  const phase = await frame.waitForFunction(() => {
    const now = globalThis.__STORYBOOK_PREVIEW__?.currentRender?.phase
    return /completed|finished|errored|aborted/.test(now) && now
  })
  return /completed|finished/.test(await phase.jsonValue())
}

async function newPage(options) {
  const page = await browser.newPage(options)
  page.setDefaultTimeout(TIMEOUT)
  return page
}

async function save(file, page) {
  const path = join(root, 'docs/images', file)
  await page.screenshot({ path, animations: 'disabled' })
  await page.close()
  const { size } = statSync(path)
  if (size > MAX_BYTES) throw new Error(`${path} has ${size} bytes, more than ${MAX_BYTES}.`)
  console.log(`${path}: ${size} bytes`)
}
