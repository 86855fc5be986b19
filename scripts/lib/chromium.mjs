// Finds the browser that tests, stories and benchmarks run in, and installs it where that is possible without asking anyone.
// Guards against a run that dies deep inside a test runner with "executable doesn't exist" on a machine that merely lacks a browser.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { installOnDebian, isDebianRoot } from './debian.mjs'

const DEBIAN_CHROMIUM = '/usr/bin/chromium'

/** Switches for a browser that runs as root, without a graphics card, and calls nobody by itself. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The path of a Chromium; installs one as root on Debian, and throws with the remedy where there is none. */
export function chromiumPath() {
  const found = findChromium()
  if (found) return found
  if (!isDebianRoot()) throw new Error(noChromiumMessage())
  installOnDebian(['chromium'], noChromiumMessage())
  if (!existsSync(DEBIAN_CHROMIUM)) throw new Error(noChromiumMessage())
  return DEBIAN_CHROMIUM
}

/** The path of a Chromium that is there already, or undefined. A CHROMIUM_PATH that leads nowhere throws: it was meant. */
export function findChromium() {
  const wanted = process.env['CHROMIUM_PATH']
  if (wanted) {
    if (existsSync(wanted)) return wanted
    throw new Error(`CHROMIUM_PATH is ${wanted}, and no file is there. Set it to a Chromium, or unset it.`)
  }
  return existsSync(DEBIAN_CHROMIUM) ? DEBIAN_CHROMIUM : playwrightChromium()
}

function playwrightChromium() {
  // loaded only here: it takes longer than all the rest
  const { chromium } = createRequire(import.meta.url)('playwright')
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : undefined
}

function noChromiumMessage() {
  return [
    'The browser tests need a Chromium, and there is none. One of these helps:',
    '  npx playwright install chromium     the one that Playwright brings along',
    '  apt-get install chromium            on Debian, as root',
    '  CHROMIUM_PATH=/path/to/chromium     one that is somewhere else',
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(chromiumPath())
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
