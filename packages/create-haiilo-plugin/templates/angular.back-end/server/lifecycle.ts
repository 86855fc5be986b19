import type { BackendManifest } from '@haiilo-kit/server'

import manifest from '../src/manifest.json' with { type: 'json' }

/** The part of the manifest that concerns the back end. `npm run validate` checks it. */
export const lifecycle = manifest as BackendManifest
