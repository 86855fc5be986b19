import type { Plugin } from 'vite'
import { createKeyServer, KEY_SERVER_SCRIPT } from '../key-server/create-key-server.js'

const VIRTUAL = 'virtual:haiilo-simulator'

/**
 * Creates a Vite plug-in with a key server. Simulated hosts in the pages of the Vite server publish their keys there, so that plug-ins on
 * other origins, back ends and the vendor's adapter can verify their tokens. Pass `keyServer` of `virtual:haiilo-simulator` to
 * `createSimulatedHost`.
 *
 * It runs in `vite dev` and `vite preview` and serves this machine only. A build contains neither keys nor the token: its pages look up
 * `keyServer` at run time, and it is `undefined` if there is no key server.
 *
 * @example
 * ```ts
 * // vite.config.ts
 * export default defineConfig({ plugins: [haiiloSimulator()] })
 * ```
 */
export function haiiloSimulator(): Plugin {
  const keyServer = createKeyServer()
  return {
    name: 'haiilo-simulator',
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : undefined),
    load: (id) => (id === `\0${VIRTUAL}` ? virtualModule : undefined),
    configureServer: ({ middlewares }) => void middlewares.use(keyServer),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(keyServer),
  }
}

// the module does not contain the token, because development servers serve modules to every page on this machine
const virtualModule = `
const path = '${KEY_SERVER_SCRIPT}'
const hasServer = /^https?:/.test(import.meta.url)
export const { keyServer } = hasServer ? await import(/* @vite-ignore */ new URL(path, import.meta.url).href).catch(() => ({})) : {}
`
