import { createHaiiloHost } from '@haiilo-kit/core'
import { fields } from '@haiilo-kit/example-lunch/fields'
import { readConfig } from '@haiilo-kit/manifest'

/** The connection to Haiilo Home. Create one per page. */
export const host = createHaiiloHost({ config: readConfig(fields) })
