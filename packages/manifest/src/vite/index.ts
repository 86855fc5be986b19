export { haiiloManifest } from './haiilo-manifest.js'
export type { HaiiloManifestOptions } from './options.js'
