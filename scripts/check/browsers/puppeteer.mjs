// Drives Firefox over WebDriver BiDi, and Chromium over its own protocol. Guards against controls that work in one of them only.
import { existsSync } from 'node:fs'
import puppeteer from 'puppeteer-core'
import { CHROMIUM_FLAGS, chromiumPath } from '../../lib/chromium.mjs'
import { installOnDebian, isDebianRoot } from '../../lib/debian.mjs'

const FIREFOX = '/usr/bin/firefox-esr'
const REMEDY = 'Firefox is needed: `apt-get install firefox-esr` as root on Debian, or FIREFOX_PATH=/path/to/firefox.'

export const firefox = {
  name: 'firefox',
  unsupported: {
    compose: 'WebDriver BiDi has no input method',
    describe: 'WebDriver BiDi has no accessibility tree',
    window: 'whether our element is defined in time for autofocus is a matter of chance',
  },
  open: (address) =>
    open(address, {
      browser: 'firefox',
      executablePath: firefoxPath(),
      extraPrefsFirefox: { 'dom.disable_open_during_load': false },
    }),
}

/** Only for scenarios that a test runner in the page cannot run. The others are browser tests. */
export const chromium = {
  name: 'chromium',
  isForKeptPagesOnly: true,
  unsupported: {},
  open: (address) => open(address, { executablePath: chromiumPath(), args: CHROMIUM_FLAGS }),
}

async function open(address, options) {
  const browser = await puppeteer.launch({ headless: true, defaultViewport: { width: 1280, height: 1000 }, ...options })
  const page = await browser.newPage()
  await page.goto(address)
  const perform = {
    type: ({ text }) => page.keyboard.type(text),
    press: ({ keys }) => pressAll(page.keyboard, keys),
    click: ({ x, y }) => page.mouse.click(x, y),
    async wheel({ x, y, deltaY }) {
      await page.mouse.move(x, y)
      await page.mouse.wheel({ deltaY })
    },
  }
  return {
    version: await browser.version(),
    /** Calls a function of the page with JSON values. */
    call: (path, ...values) => page.evaluate(`globalThis.${path}(...${JSON.stringify(values)})`),
    perform: (action) => perform[action.do](action),
    // neither waits: for a page from the back/forward cache, the driver misses the event it waits for
    goTo: (url) => page.evaluate(`setTimeout(() => (location.href = ${JSON.stringify(url)}))`),
    goBack: () => page.evaluate('setTimeout(() => history.back())'),
    close: () => browser.close(),
  }
}

function firefoxPath() {
  const wanted = process.env['FIREFOX_PATH'] ?? FIREFOX
  if (existsSync(wanted)) return wanted
  if (wanted !== FIREFOX || !isDebianRoot()) throw new Error(REMEDY)
  installOnDebian(['firefox-esr'], REMEDY)
  return FIREFOX
}

async function pressAll(keyboard, keys) {
  const held = keys.slice(0, -1)
  for (const key of held) await keyboard.down(key)
  await keyboard.press(keys.at(-1))
  for (const key of held.reverse()) await keyboard.up(key)
}
