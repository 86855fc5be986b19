import { createHaiiloHost } from '@haiilo-kit/core'
import { manifest } from '@haiilo-kit/example-lunch/manifest'
import { readConfig } from '@haiilo-kit/manifest'

/** Our connection to Haiilo Home: one per page. */
export const host = createHaiiloHost({ config: readConfig(manifest) })
