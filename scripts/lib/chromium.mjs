// Finds the browser for tests, stories and benchmarks. Installs it if that is possible without a question.
// Guards against the error "executable doesn't exist" deep inside a test runner.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { installOnDebian, isDebianRoot } from './debian.mjs'

const DEBIAN_CHROMIUM = '/usr/bin/chromium'
const DEBIAN_SHELL = '/usr/bin/chromium-headless-shell'

/** Switches for a browser that runs as root, without a graphics card and without background requests. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The path of a Chromium. Installs one as root on Debian. Throws with instructions if there is none. */
export function chromiumPath() {
  const found = findChromium()
  if (found) return found
  if (!isDebianRoot()) throw new Error(noChromiumMessage())
  installOnDebian(['chromium'], noChromiumMessage())
  if (!existsSync(DEBIAN_CHROMIUM)) throw new Error(noChromiumMessage())
  return DEBIAN_CHROMIUM
}

/** The path of an installed Chromium, or undefined. Throws if CHROMIUM_PATH names a file that does not exist. */
export function findChromium() {
  const wanted = process.env['CHROMIUM_PATH']
  if (wanted) {
    if (existsSync(wanted)) return wanted
    throw new Error(`CHROMIUM_PATH is ${wanted}, but this file does not exist. Set it to a Chromium, or unset it.`)
  }
  return existsSync(DEBIAN_CHROMIUM) ? DEBIAN_CHROMIUM : playwrightChromium()
}

/**
 * The path of the headless shell: the same Chromium without windows, menus and user profiles. A new page takes a quarter of the processor time.
 * Playwright uses its own by default. Without one, or if CHROMIUM_PATH names another browser, it is the path of the Chromium.
 */
export function headlessShellPath() {
  const chromium = chromiumPath()
  return chromium === DEBIAN_CHROMIUM && existsSync(DEBIAN_SHELL) ? DEBIAN_SHELL : chromium
}

/** Installs the headless shell as root on Debian. Tests are only slower without it, so a failure is a message. */
function installHeadlessShell() {
  if (chromiumPath() !== DEBIAN_CHROMIUM || existsSync(DEBIAN_SHELL) || !isDebianRoot()) return
  try {
    installOnDebian(
      ['chromium-headless-shell'],
      'Without it, the tests run in the Chromium with windows, which is slower.',
    )
  } catch (error) {
    console.error(error.message)
  }
}

function playwrightChromium() {
  // loaded here only, because it is slow to load
  const { chromium } = createRequire(import.meta.url)('playwright')
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : undefined
}

function noChromiumMessage() {
  return [
    'The browser tests need a Chromium, and none was found. Use one of these:',
    '  npx playwright install chromium     the one of Playwright',
    '  apt-get install chromium            on Debian, as root',
    '  CHROMIUM_PATH=/path/to/chromium     another one',
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    if (process.argv.includes('--headless-shell')) installHeadlessShell()
    else console.log(chromiumPath())
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
