import type { HaiiloHost } from '@haiilo-kit/core'
import type { LunchConfig } from '@haiilo-kit/example-lunch/fields'

import { createLunch } from './lunch.js'
import { showByStatus } from './show-by-status.js'

/** Shows the plug-in: its menu, once the host has proved who it is. Gives back the function that takes it away. */
export function mountLunch(root: HTMLElement, host: HaiiloHost<LunchConfig>): () => void {
  return showByStatus(root, host, () => createLunch(host))
}
