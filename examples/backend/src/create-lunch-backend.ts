import {
  createHaiiloBackend,
  secretBox,
  sqliteStore,
  type HaiiloBackend,
  type HaiiloBackendOptions,
} from '@haiilo-kit/server'
import { backendManifest } from './manifest.js'

/** The back end of the lunch plug-in. Tests pass their own tenant and store. */
export function createLunchBackend(options: Partial<HaiiloBackendOptions> = {}): HaiiloBackend {
  return createHaiiloBackend({
    manifest: backendManifest,
    store: options.store ?? sqliteStore(process.env['HAIILO_DATABASE'] ?? 'haiilo.db'),
    secrets: options.secrets ?? secretBox(process.env['HAIILO_SECRET_KEYS']),
    api: {
      notificationPath:
        process.env['HAIILO_NOTIFICATION_PATH'] ?? 'plugins/{pluginId}/instances/{instanceId}/notifications',
    },
    log: (entry) => console.log(JSON.stringify(entry)),
    ...options,
  })
}
