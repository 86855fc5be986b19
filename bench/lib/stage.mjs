import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { chromium } from 'playwright'
import { CHROMIUM_FLAGS, chromiumPath } from '../../scripts/chromium.mjs'
import { bundle } from './bundle.mjs'
import { createTenant, NONCE } from './tenant.mjs'

/**
 * Where plug-ins are measured: a Chromium, and a host page that embeds a plug-in of another site and answers whatever it asks with a
 * token that was signed beforehand. The host's name is `localhost`, the plug-in's `127.0.0.1`.
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
     * Hands out a module of `bench/pages` as a page. With `late` its script starts when the page is idle and is compiled only then:
     * `globalThis.verified` then resolves with the time until it called `finish`.
     */
    async addPage(name, { late = false } = {}) {
      const code = await readFile(new URL(`../pages/${name}.ts`, import.meta.url), 'utf8')
      const define = { KEY: JSON.stringify(tenant.jwk), ISSUER: JSON.stringify(issuer) }
      files.set(`/${name}.js`, await bundle(code, { format: 'iife', define }))
      files.set(`/${name}`, pluginPage(late ? lateScript(name) : `</script><script src="/${name}.js">`))
    },
    /** Opens a page of the plug-in's inside the host, in a browser context of its own: nothing is warm, nothing is cached. */
    async embed(name) {
      const context = await browser.newContext()
      const page = await context.newPage()
      await page.goto(`${issuer}/host?page=${name}`)
      const frame = page.frames().find((candidate) => candidate !== page.mainFrame())
      if (!frame) throw new Error(`The host shows no frame for ${name}.`)
      return { page, frame, inspect: () => context.newCDPSession(frame), close: () => context.close() }
    },
    async close() {
      await browser.close()
      server.close()
    },
  }
}

/** The vendor's form of a key document. */
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
    // isolated pages have a clock with steps of 5 µs; in others it has 100
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
    addEventListener('message', ({ data, source, origin }) => {
      if (data.sub === 'init') source.postMessage(${JSON.stringify(token)}, origin)
      else inbox.push(data)
    })
    const frame = document.createElement('iframe')
    frame.allow = 'cross-origin-isolated'
    frame.width = 600
    frame.height = 400
    frame.src = ${JSON.stringify(plugins)} + '/' + new URLSearchParams(location.search).get('page') + '?src=bench'
    document.body.append(frame)
  </script>`
}

/** What comes by chance stands still, so that every client asks with the nonce that the host's answer bears. */
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
    globalThis.verified = new Promise((resolve, reject) => {
      globalThis.finish = (claims) => resolve([performance.now() - started, claims])
      addEventListener('unhandledrejection', ({ reason }) => reject(reason))
    })
    addEventListener('load', async () => {
      const script = document.createElement('script')
      script.textContent = await (await fetch('/${name}.js')).text()
      requestIdleCallback(() => {
        started = performance.now()
        document.head.append(script)
      })
    })`
}
