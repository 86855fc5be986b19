import { createHaiiloHost } from '@haiilo-kit/core'
import { readLunchConfig } from '@haiilo-kit/example-lunch/manifest'

/** Our connection to Haiilo Home: one per page. */
export const host = createHaiiloHost({ config: readLunchConfig })
