import { createHaiiloHost } from '@haiilo-kit/core'
import { fields } from '@haiilo-kit/example-lunch/fields'
import { readConfig } from '@haiilo-kit/manifest'

/** Our connection to Haiilo Home: one per page. */
export const host = createHaiiloHost({ config: readConfig(fields) })
