import { observeHeight, type HaiiloHost } from '@haiilo-kit/core'
import { fields } from '@haiilo-kit/example-lunch/fields'
import '@haiilo-kit/example-lunch/lunch.css'
import '@haiilo-kit/ui/config-form'

import { element } from './element.js'

/**
 * Shows the settings page of the plug-in. The kit renders the form from the fields. The "save" button belongs to the host. Returns the
 * function that removes the page.
 */
export function mountSettings(root: HTMLElement, host: HaiiloHost<unknown>): () => void {
  const main = element('main', { className: 'lunch' }, element('haiilo-config-form', { host, fields }))
  root.replaceChildren(main)
  const stop = observeHeight(host, main)
  return () => {
    stop()
    main.remove()
  }
}
