// Drives WebKit, the engine of Safari, with plain WebDriver in its own display. Guards against controls that work in Chromium only.
import { spawn } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { installOnDebian, isDebianRoot } from '../../lib/debian.mjs'
import { freePort } from '../../lib/free-port.mjs'
import { killGroup, onShutdown, ownGroup } from '../../lib/shutdown.mjs'

const DRIVER = '/usr/bin/WebKitWebDriver'
const XVFB = '/usr/bin/Xvfb'
const PACKAGES = ['webkit2gtk-driver', 'xvfb', 'libgles2']
const REMEDY = `WebKit is needed: \`apt-get install ${PACKAGES.join(' ')}\` as root on Debian.`
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
const START_MS = 30_000
const STEP_MS = 60_000

/** WebDriver's codes of keys that write no character. */
const KEYS = {
  ArrowDown: '\uE015',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  Control: '\uE009',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  Tab: '\uE004',
}

export const webkit = {
  name: 'webkit',
  unsupported: {
    compose: 'WebDriver has no input method',
    window: 'a window that a script opens does not get the focus',
  },
  open,
}

async function open(address) {
  if (!existsSync(DRIVER) || !existsSync(XVFB)) {
    if (!isDebianRoot()) throw new Error(REMEDY)
    installOnDebian(PACKAGES, REMEDY)
  }
  const children = []
  const stop = () => children.forEach((child) => killGroup(child))
  onShutdown((code) => {
    stop()
    process.exit(code)
  })
  try {
    const display = await startDisplay(children)
    const send = await startDriver(children, display)
    return await openSession(send, address, stop)
  } catch (error) {
    stop()
    throw error
  }
}

/** Starts an X server that chooses a free display number and reports it. */
function startDisplay(children) {
  const child = spawn(XVFB, ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    ...ownGroup,
  })
  children.push(child)
  return new Promise((resolve, reject) => {
    child.stdout.once('data', (data) => resolve(`:${String(data).trim()}`))
    child.once('exit', () => reject(new Error('Xvfb ended before it opened a display.')))
  })
}

async function startDriver(children, display) {
  const port = await freePort()
  const child = spawn(DRIVER, [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: 'x11',
      // without a locale, letters are compared as bytes
      LC_ALL: 'en_US.UTF-8',
      LIBGL_ALWAYS_SOFTWARE: '1',
      ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
    },
    ...ownGroup,
  })
  children.push(child)
  const send = (method, path, body) => request(`http://127.0.0.1:${port}${path}`, method, body)
  const end = performance.now() + START_MS
  while (!(await send('GET', '/status').catch(() => undefined))) {
    if (performance.now() > end) throw new Error('WebKitWebDriver does not answer.')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return send
}

async function openSession(send, address, stop) {
  const [binary] = globSync('/usr/lib/*/webkit2gtk-4.1/MiniBrowser')
  const { sessionId, capabilities } = await send('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } } },
  })
  const at = (path) => `/session/${sessionId}${path}`
  await send('POST', at('/timeouts'), { script: STEP_MS, pageLoad: STEP_MS })
  await send('POST', at('/url'), { url: address })
  const act = (actions) => send('POST', at('/actions'), { actions })
  const pointer = (x, y, actions) =>
    act([
      {
        type: 'pointer',
        id: 'mouse',
        actions: [{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }, ...actions],
      },
    ])
  const perform = {
    type: ({ text }) => act([keysOf([...text].flatMap((key) => [down(key), up(key)]))]),
    press: ({ keys }) => act([keysOf([...keys.map(down), ...keys.toReversed().map(up)])]),
    click: ({ x, y }) =>
      pointer(x, y, [
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]),
    wheel: ({ x, y, deltaY }) =>
      act([
        {
          type: 'wheel',
          id: 'wheel',
          actions: [{ type: 'scroll', x: Math.round(x), y: Math.round(y), deltaX: 0, deltaY }],
        },
      ]),
    async describe({ element }) {
      const of = at(`/element/${element[ELEMENT]}`)
      // WebDriver has no information about hidden elements, such as a closed dialog
      const ask = (what) => send('GET', `${of}/${what}`).catch(() => 'nothing')
      return { role: await ask('computedrole'), name: await ask('computedlabel') }
    },
  }
  return {
    version: `${capabilities.browserName} ${capabilities.browserVersion}`,
    /** Calls a function of the page with JSON values. */
    async call(path, ...args) {
      const script = `const done = arguments[arguments.length - 1]
        Promise.resolve(globalThis.${path}(...[...arguments].slice(0, -1))).then(done)`
      return send('POST', at('/execute/async'), { script, args })
    },
    perform: (action) => perform[action.do](action),
    goTo: (url) => send('POST', at('/url'), { url }),
    goBack: () => send('POST', at('/back'), {}),
    async close() {
      await send('DELETE', at('')).catch(() => undefined)
      stop()
    },
  }
}

function keysOf(actions) {
  return { type: 'key', id: 'keyboard', actions }
}

function down(key) {
  return { type: 'keyDown', value: KEYS[key] ?? key }
}

function up(key) {
  return { type: 'keyUp', value: KEYS[key] ?? key }
}

async function request(url, method, body) {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) })
  const { value } = await response.json()
  if (!response.ok) throw new Error(`WebKit refused ${method} ${new URL(url).pathname}: ${value?.message}`)
  return value
}
