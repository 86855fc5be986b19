export type { AdapterOptions } from './adapter-connection.js'
export type { AdapterClaims, AdapterData } from './adapter-claims.js'
export { JwkStore, type Jwk } from './jwk-store.js'
export { PluginAdapter } from './plugin-adapter.js'
