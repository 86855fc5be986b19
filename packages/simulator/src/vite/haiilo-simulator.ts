import type { Plugin } from 'vite'
import { createKeyServer, KEY_SERVER_SCRIPT } from '../key-server/create-key-server.js'

const VIRTUAL = 'virtual:haiilo-simulator'

/**
 * Lets simulated hosts in the pages of this server publish their keys, so that plug-ins on other origins, back ends and the vendor's
 * adapter can verify what they sign: pass `keyServer` of `virtual:haiilo-simulator` to `createSimulatedHost`.
 *
 * Serves `vite dev` and `vite preview`, on this very machine only. A build holds neither keys nor token: there `keyServer` is asked
 * for when the page runs, and is `undefined` where nobody answers.
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

// the token is not in the module itself: development servers hand those to every page on this machine
const virtualModule = `
const path = '${KEY_SERVER_SCRIPT}'
const served = /^https?:/.test(import.meta.url)
export const { keyServer } = served ? await import(/* @vite-ignore */ new URL(path, import.meta.url).href).catch(() => ({})) : {}
`
