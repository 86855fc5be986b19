import type { BackendManifest } from '@haiilo-kit/server'

/** The part of the manifest that concerns the back end. Spread it into `defineManifest` of the plug-in. */
export const backendManifest = {
  lifecycle: {
    url: 'https://lunch.example.com/haiilo/',
    events: ['install', 'uninstall', 'instance_add', 'instance_remove'],
  },
  apiAccess: {
    url: 'https://lunch.example.com/haiilo/',
    client: { mode: ['authorization_code'], scope: ['plugin:notify'] },
  },
} as const satisfies BackendManifest
