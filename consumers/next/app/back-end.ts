import { createHaiiloBackend, sqliteStore } from '@haiilo-kit/server'

export const backend = createHaiiloBackend({
  manifest: { lifecycle: { url: 'https://lunch.example.com/haiilo/', events: ['install', 'uninstall'] } },
  store: sqliteStore('haiilo.db'),
  // the check simulates a tenant on this machine
  development: true,
})
