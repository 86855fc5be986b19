import { createHaiiloHost } from '@haiilo-kit/core'
import { readConfig } from '@haiilo-kit/manifest/config'

import { fields } from './fields.ts'

/** The connection to Haiilo Home: one per page. */
export const host = createHaiiloHost({ config: readConfig(fields) })

/** The connection with the types of the configuration. */
export type PluginHost = typeof host
