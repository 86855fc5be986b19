import { observeHeight, type HaiiloHost } from '@haiilo-kit/core'
import { fields } from '@haiilo-kit/example-lunch/fields'
import '@haiilo-kit/example-lunch/lunch.css'
import '@haiilo-kit/ui/config-form'

import { element } from './element.js'

/** Shows the plug-in's own settings page: a form drawn of the fields. Its "save" button is the host's. Gives back the function that takes it away. */
export function mountSettings(root: HTMLElement, host: HaiiloHost<unknown>): () => void {
  const main = element('main', { className: 'lunch' }, element('haiilo-config-form', { host, fields }))
  root.replaceChildren(main)
  const stop = observeHeight(host, main)
  return () => {
    stop()
    main.remove()
  }
}
