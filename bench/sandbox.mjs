import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { CHROMIUM_FLAGS, chromiumPath } from '../scripts/lib/chromium.mjs'
import { bundle } from './lib/bundle.mjs'
import { median, middleHalf, ratio } from './lib/statistics.mjs'

const PROGRAM = fileURLToPath(new URL('../packages/cli/dist/haiilo-kit.js', import.meta.url))
const COUNTS = [1, 10, 50]
const ROUNDS = 5
const STARTS = 5

/** Milliseconds. */
const TIMEOUT = 60_000

/**
 * Measures how long the sandbox takes until all its instances are ready, compared with the same number of frames without the kit, and how
 * long the command takes until its page answers. Needs the built packages.
 */
export async function* sandbox() {
  // loaded here, so that this module also loads before the packages are built
  const { createSandboxServer, servePluginFolder } = await import('@haiilo-kit/sandbox')
  const folder = await createPlugin()
  const plugin = await servePluginFolder(folder)
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS })
  try {
    for (const count of COUNTS) yield await compareInstances(browser, { createSandboxServer, plugin, folder, count })
    yield await measureStart(folder)
  } finally {
    await browser.close()
    await plugin.close()
    await rm(folder, { recursive: true })
  }
}

/** A plug-in with the page of an instance, and pages with frames that do not use the kit. */
async function createPlugin() {
  const folder = await mkdtemp(join(tmpdir(), 'haiilo-bench-'))
  const code = await readFile(new URL('pages/instance.ts', import.meta.url), 'utf8')
  const page = (script) => `<!doctype html><title>Notes</title><p>Notes</p><script>${script}</script>`
  const files = {
    'manifest.json': JSON.stringify({
      manifestVersion: '2.0.0',
      pluginVersion: '1.0.0',
      name: { en: 'Notes' },
      description: { en: 'Shows notes' },
      entryPoints: [{ id: 'notes', url: 'index.html', name: { en: 'Notes' }, description: { en: 'Shows notes' } }],
    }),
    'index.html': page(await bundle(code, { format: 'iife' })),
    'plain.html': page('readyAt = performance.timeOrigin + performance.now()'),
  }
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return folder
}

async function compareInstances(browser, { createSandboxServer, plugin, folder, count }) {
  const setupFile = join(folder, `sandbox-${count}.json`)
  const instances = Array.from({ length: count }, (_, index) => ({ id: `n${index}`, columns: 2, config: {} }))
  await writeFile(setupFile, JSON.stringify({ version: 1, instances }))
  const frames = `<iframe src="plain.html"></iframe>`.repeat(count)
  await writeFile(join(folder, 'frames.html'), `<!doctype html><title>Frames</title>${frames}`)
  const server = await createSandboxServer({ port: 0, setupFile })
  const manifestUrl = `${plugin.url}manifest.json`
  server.show({ manifest: await (await fetch(manifestUrl)).json(), manifestUrl, findings: [] })
  const [kit, plain] = [[], []]
  try {
    // the first round warms up the files of the browser and is not counted
    for (let round = -1; round < ROUNDS; round += 1) {
      const times = [await load(browser, server.url, count), await load(browser, `${plugin.url}frames.html`, count)]
      if (round >= 0) [kit, plain].forEach((all, side) => all.push(times[side]))
    }
  } finally {
    await server.close()
  }
  return {
    name: `sandbox: ${count} ${count === 1 ? 'instance' : 'instances'} ready ÷ frames without the kit`,
    unit: '×',
    ...ratio(kit, plain),
    note: `${Math.round(median(kit))} ms ÷ ${Math.round(median(plain))} ms`,
  }
}

/** Milliseconds from the navigation until the last frame is ready. */
async function load(browser, url, count) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(url)
  // `window.length` does not count frames in shadow roots
  while (page.frames().length <= count) await page.waitForEvent('frameattached', { timeout: TIMEOUT })
  const [top, ...children] = page.frames()
  const ready = await Promise.all(
    children.map(async (frame) => {
      // frames outside of the window have no animation frames, which the default polling uses
      await frame.waitForFunction(() => 'readyAt' in globalThis, undefined, { timeout: TIMEOUT, polling: 100 })
      return frame.evaluate(() => globalThis.readyAt)
    }),
  )
  const start = await top.evaluate(() => performance.timeOrigin)
  await page.close()
  return Math.max(...ready) - start
}

async function measureStart(folder) {
  const times = []
  // the first start warms up the files of the system and is not counted
  for (let round = -1; round < STARTS; round += 1) {
    const time = await startOnce(folder)
    if (round >= 0) times.push(time)
  }
  return {
    name: 'haiilo-kit sandbox: start → the page answers',
    value: median(times),
    spread: middleHalf(times),
    unit: 'ms',
    limit: { most: 2_000 },
  }
}

/** Milliseconds from the start of the command until its page answers. */
async function startOnce(folder) {
  const start = performance.now()
  const child = spawn(process.execPath, [PROGRAM, 'sandbox', folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    output += chunk
    const [, port] = /home\.localhost:(\d+)/.exec(output) ?? []
    if (port === undefined) continue
    await answer(Number(port))
    break
  }
  const time = performance.now() - start
  child.kill()
  await once(child, 'exit')
  return time
}

async function answer(port) {
  const request = get({ port, host: '127.0.0.1', headers: { host: `home.localhost:${port}` } })
  const [response] = await once(request, 'response')
  response.resume()
  if (response.statusCode !== 200) throw new Error(`The page of the sandbox answered with ${response.statusCode}.`)
}
