import type { HaiiloHost } from '@haiilo-kit/core'
import type { LunchConfig } from '@haiilo-kit/example-lunch/fields'

import { createLunch } from './lunch.js'
import { showByStatus } from './show-by-status.js'

/** Shows the menu as soon as the host is verified. Returns the function that removes it. */
export function mountLunch(root: HTMLElement, host: HaiiloHost<LunchConfig>): () => void {
  return showByStatus(root, host, () => createLunch(host))
}
