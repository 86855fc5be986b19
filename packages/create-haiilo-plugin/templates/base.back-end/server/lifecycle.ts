import type { BackendManifest } from '@haiilo-kit/server'

/** The part of the manifest that concerns the back end. Its URLs are relative to the manifest. */
export const lifecycle = {
  lifecycle: { url: 'haiilo/', events: ['install', 'uninstall', 'instance_add', 'instance_remove'] },
  apiAccess: { url: 'haiilo/', client: { mode: ['authorization_code'], scope: ['plugin:notify'] } },
} as const satisfies BackendManifest
