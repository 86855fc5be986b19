import {
  createHaiiloBackend,
  secretBox,
  sqliteStore,
  type HaiiloBackend,
  type HaiiloBackendOptions,
} from '@haiilo-kit/server'

import { lifecycle } from './lifecycle.ts'

/** Knows which tenants have installed the plug-in, and verifies their users. Tests pass their own store and tenant. */
export function createBackEnd(options: Partial<HaiiloBackendOptions> = {}): HaiiloBackend {
  return createHaiiloBackend({
    manifest: lifecycle,
    store: options.store ?? sqliteStore(process.env['DATABASE_FILE'] ?? 'back-end.db'),
    secrets: options.secrets ?? secretBox(process.env['HAIILO_SECRET_KEYS']),
    // trusts the sandbox, which is a tenant on this machine
    development: process.env['NODE_ENV'] === 'development',
    on: {
      // a handler can run again after a crash. What it passes to `atCommit` takes effect once
      uninstall: ({ tenantId }) => {
        console.log(`Delete the data of ${tenantId} here.`)
      },
    },
    ...options,
  })
}
