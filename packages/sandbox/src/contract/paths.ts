/**
 * Paths of the server. The data for the page is below `/__sandbox/`.
 *
 * - `GET page`: the page.
 * - `GET wrapper`: the simulated page of the mobile app, on its own host. It loads scripts from `assets`.
 * - `GET plugin`: {@link import('./plugin-state.js').PluginState} as JSON.
 * - `GET events`: server-sent events; `data` is a `PluginState` as JSON, event name `plugin`.
 * - `GET setup`, `PUT setup`: the saved set-up, JSON; `204` if there is none.
 * - `POST check`: `{ "url": "…" }` → {@link import('./page-check.js').PageCheck}.
 * - `GET keyServerScript`: a module that exports `keyServer`, the URL to which the page posts its public key.
 */
export const PATHS = {
  page: '/',
  wrapper: '/wrapper.html',
  assets: '/assets/',
  plugin: '/__sandbox/plugin.json',
  events: '/__sandbox/events',
  setup: '/__sandbox/setup.json',
  check: '/__sandbox/check',
  keyServerScript: '/__haiilo-simulator/key-server.js',
} as const
