import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { chromium } from 'playwright'
import { CHROMIUM_FLAGS, chromiumPath } from '../../scripts/lib/chromium.mjs'
import { bundle } from './bundle.mjs'
import { createTenant, NONCE } from './tenant.mjs'

/**
 * Opens the environment in which plug-ins are measured: a Chromium, and a host page that embeds a cross-site plug-in and answers `init`
 * messages with a token that was signed in advance. The hostname is `localhost` for the host and `127.0.0.1` for the plug-in.
 */
export async function openStage() {
  const tenant = createTenant()
  const files = new Map()
  const server = createServer((request, response) => serve(files, request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  const issuer = `http://localhost:${port}`
  const token = tenant.sign({ iss: issuer }, { jku: `${issuer}/key.json` })
  files.set('/key.json', JSON.stringify(keyDocument(tenant.jwk)))
  files.set('/host', hostPage(token, `http://127.0.0.1:${port}`))
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS })

  return {
    tenant,
    issuer,
    token,
    /**
     * Serves a module of `bench/pages` as a page. With `late`, its script is compiled and run only when the page is idle, and the page
     * reports to the host how long it took until it called `finish`. `head` is a script at the start of the page. `size` is the minimum
     * size of its own script in bytes; incompressible bytes are added as needed. `module` is the source file, by default `name`.
     */
    async addPage(name, { late = false, head = '', size = 0, module = name } = {}) {
      const code = await readFile(new URL(`../pages/${module}.ts`, import.meta.url), 'utf8')
      const define = { KEY: JSON.stringify(tenant.jwk), ISSUER: JSON.stringify(issuer) }
      files.set(`/${name}.js`, padScript(await bundle(code, { format: 'iife', define }), size))
      files.set(`/${name}`, pluginPage(head + (late ? lateScript(name) : `</script><script src="/${name}.js">`)))
    },
    /**
     * Opens the host. In the host, the global function `embed(name)` shows a plug-in page in a new process, so that nothing is warmed up.
     * `navigate(name)` shows it in the existing frame. The host answers after `latency` milliseconds.
     */
    async openHost() {
      const page = await browser.newPage()
      await page.goto(`${issuer}/host`)
      return page
    },
    /** Opens the host and embeds a plug-in page. */
    async embed(name) {
      const page = await this.openHost()
      await page.evaluate((wanted) => globalThis.embed(wanted), name)
      const frame = page.frames().find((candidate) => candidate !== page.mainFrame())
      if (!frame) throw new Error(`The host has no frame for ${name}.`)
      return { page, frame, inspect: () => page.context().newCDPSession(frame), close: () => page.close() }
    },
    async close() {
      await browser.close()
      server.close()
    },
  }
}

function padScript(script, size) {
  const missing = size - Buffer.byteLength(script) - '/**/'.length
  return missing > 0 ? `${script}/*${randomBytes(missing).toString('base64url').slice(0, missing)}*/` : script
}

/** Returns a key document in the vendor's format. */
function keyDocument(key) {
  return { alg: { name: 'RSASSA-PKCS1-v1_5', hash: { name: 'SHA-512' } }, key }
}

function serve(files, { url }, response) {
  const { pathname } = new URL(url, 'http://localhost')
  const body = files.get(pathname)
  response.writeHead(body === undefined ? 404 : 200, {
    'content-type': TYPES[/\.\w+$/.exec(pathname)?.[0] ?? '.html'],
    'access-control-allow-origin': '*',
    'cache-control': 'no-store',
    // the clock has a resolution of 5 µs in cross-origin isolated pages, and of 100 µs in other pages
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'cross-origin',
  })
  response.end(body)
}

const TYPES = { '.js': 'text/javascript', '.json': 'application/json', '.html': 'text/html; charset=utf-8' }

function hostPage(token, plugins) {
  return `<!doctype html><title>Host</title><link rel="icon" href="data:,"><body><script>
    const inbox = []
    let frame
    let report
    globalThis.latency = 0
    addEventListener('message', ({ data, source, origin }) => {
      const answer = () => source.postMessage(${JSON.stringify(token)}, origin)
      if (data.sub === 'init') latency ? setTimeout(answer, latency) : answer()
      else if (data.sub === 'report') report(data)
      else inbox.push(data)
    })
    async function embed(name) {
      frame?.remove()
      frame = document.createElement('iframe')
      frame.allow = 'cross-origin-isolated'
      frame.width = 600
      frame.height = 400
      navigate(name)
      const loaded = new Promise((resolve) => { frame.onload = resolve })
      document.body.append(frame)
      await loaded
    }
    function navigate(name) {
      globalThis.reported = new Promise((resolve) => { report = resolve })
      frame.src = ${JSON.stringify(plugins)} + '/' + name + '?src=bench'
    }
  </script>`
}

/** Returns a page without randomness, so that every client uses the nonce of the token that was signed in advance. */
function pluginPage(script) {
  return `<!doctype html><title>Plug-in</title><body><script>
    crypto.randomUUID = () => '${NONCE}'
    Math.random = () => 0
    ${script}
  </script>`
}

function lateScript(name) {
  return `
    let started
    const report = (outcome) => parent.postMessage({ sub: 'report', ...outcome }, '*')
    const finish = (claims) => report({ time: performance.now() - started, claims })
    addEventListener('unhandledrejection', ({ reason }) => report({ error: String(reason) }))
    addEventListener('load', async () => {
      const script = document.createElement('script')
      script.textContent = await (await fetch('/${name}.js')).text()
      const run = () => {
        started = performance.now()
        document.head.append(script)
      }
      requestIdleCallback(run, { timeout: 1000 })
    })`
}
