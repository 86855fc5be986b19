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
 * - `POST send`: `{ "event": "…", "instanceId": "…" }` → {@link import('./back-end-entry.js').SentEventEntry}.
 * - `GET key`: the key document of the events. Every origin may read it.
 * - `api`: the API of the tenants, for the author's back end. The name of the tenant follows, and a slash.
 *
 * The stream of `events` also has the event `back-end`: a {@link import('./back-end-entry.js').BackEndEntry} that the page did not request.
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
  send: '/__sandbox/send',
  key: '/__sandbox/key.jwk.json',
  api: '/__sandbox/api/',
} as const
