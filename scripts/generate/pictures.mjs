// Takes a screenshot of every story in light and dark, puts all pictures on one sheet, and reports what changed since the last run and by how
// much. Prevents an unintended visual change that no test notices. It never fails the checks, because browsers and fonts differ between machines.
//
//   pnpm pictures              all stories
//   pnpm pictures select tabs  only stories with one of these words in their id
import '../lib/require-node.mjs'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pixelmatch from 'pixelmatch'
import { chromium } from 'playwright'
import { PNG } from 'pngjs'
import { CHROMIUM_FLAGS, chromiumPath } from '../lib/chromium.mjs'
import { root } from '../lib/commands.mjs'
import { startStorybook, STORYBOOK } from '../lib/storybook.mjs'

const SCHEMES = ['light', 'dark']
const folder = join(root, '.cache/pictures')
const now = join(folder, 'now')
const last = join(folder, 'last')
const wanted = process.argv.slice(2)

const stopStorybook = await startStorybook()
const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS })
try {
  const stories = await listStories()
  keepLastPictures(stories)
  const failed = await takeAll(stories)
  const sheet = await drawSheet(stories)
  report(stories, failed)
  console.log(`\n${stories.length} stories, ${sheet}`)
} finally {
  await browser.close()
  stopStorybook()
}

async function listStories() {
  const response = await fetch(`${STORYBOOK}/index.json`)
  const { entries } = await response.json()
  const stories = Object.values(entries).filter(({ type }) => type === 'story')
  return stories.filter(({ id }) => wanted.length === 0 || wanted.some((part) => id.includes(part)))
}

/** Moves the pictures of the last run aside for the comparison. Pictures of other stories stay. */
function keepLastPictures(stories) {
  for (const place of [now, last]) mkdirSync(place, { recursive: true })
  for (const file of stories.flatMap(filesOf)) {
    if (existsSync(join(now, file))) renameSync(join(now, file), join(last, file))
  }
}

function filesOf({ id }) {
  return SCHEMES.map((scheme) => `${id}--${scheme}.png`)
}

/** Takes two pictures at a time, one for each processor of the smallest machine. Returns the ids of the stories that failed. */
async function takeAll(stories) {
  const failed = new Set()
  const queue = stories.flatMap((story) => SCHEMES.map((scheme) => ({ story, scheme })))
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      await take(next).catch((error) => {
        failed.add(next.story.id)
        console.error(`${next.story.id}: ${error.message}`)
      })
    }
  }
  await Promise.all([work(), work()])
  return failed
}

async function take({ story: { id }, scheme }) {
  const page = await browser.newPage({ viewport: { width: 720, height: 360 }, colorScheme: scheme })
  try {
    await page.goto(`${STORYBOOK}/iframe.html?viewMode=story&id=${id}`)
    // its play function has ended, with or without an error
    await page.waitForFunction(() =>
      /completed|finished|errored|aborted/.test(globalThis.__STORYBOOK_PREVIEW__?.currentRender?.phase),
    )
    await page.screenshot({ path: join(now, `${id}--${scheme}.png`), fullPage: true, animations: 'disabled' })
  } finally {
    await page.close()
  }
}

/** Writes a page with all pictures, and a picture of that page. */
async function drawSheet(stories) {
  const target = join(folder, 'sheet')
  const figures = stories.map(
    ({ id, title, name }) =>
      `<section><h2>${title}: ${name}</h2>${filesOf({ id })
        .map((file) => `<img src="now/${file}" alt="">`)
        .join('')}</section>`,
  )
  const style = `body { margin: 24px; columns: 3; column-gap: 24px; font: 14px system-ui, sans-serif }
section { break-inside: avoid; margin-block-end: 24px } h2 { margin: 0 0 4px; font-size: 14px }
img { inline-size: calc(50% - 4px); vertical-align: top; outline: 1px solid #ccc; margin-inline-end: 4px }`
  writeFileSync(`${target}.html`, `<!doctype html><meta charset="utf-8"><style>${style}</style>${figures.join('')}`)
  const page = await browser.newPage({ viewport: { width: 2400, height: 1200 } })
  await page.goto(pathToFileURL(`${target}.html`).href)
  await page.screenshot({ path: `${target}.png`, fullPage: true })
  await page.close()
  return `${target}.png`
}

function report(stories, failed) {
  const lines = stories.flatMap((story) => filesOf(story).map((file) => [file, difference(file)]))
  const changed = lines.filter(([, share]) => share !== 0)
  for (const [file, share] of changed) console.log(`${share === undefined ? '     new' : percent(share)}  ${file}`)
  if (changed.length === 0) console.log('No changes since the last run.')
  if (failed.size > 0) console.log(`No picture of: ${[...failed].join(', ')}.`)
  if (wanted.length === 0) removeOldPictures(stories)
}

/** Removes the pictures of stories that no longer exist. */
function removeOldPictures(stories) {
  const known = new Set(stories.flatMap(filesOf))
  for (const place of [now, last]) {
    for (const file of readdirSync(place)) {
      if (known.has(file)) continue
      if (place === now) console.log(`removed  ${file}`)
      rmSync(join(place, file))
    }
  }
}

/** Returns the share of pixels that differ, or `undefined` if a picture is missing. */
function difference(file) {
  if (!existsSync(join(now, file)) || !existsSync(join(last, file))) return undefined
  const [today, before] = [now, last].map((place) => PNG.sync.read(readFileSync(join(place, file))))
  const { width, height } = today
  if (width !== before.width || height !== before.height) return 1
  return pixelmatch(today.data, before.data, undefined, width, height, { threshold: 0.1 }) / (width * height)
}

function percent(share) {
  return `${(share * 100).toFixed(2)} %`.padStart(8)
}
