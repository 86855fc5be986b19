import manifest from './manifest.json'

/** The settings of the plug-in, from the manifest. `npm run types` writes their types to `manifest.d.json.ts`. */
export const fields = manifest
