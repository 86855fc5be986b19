import { observeHeight } from '@haiilo-kit/core'
import '@haiilo-kit/ui/host-status'

import { createChecklist } from './checklist.ts'
import { element } from './element.ts'
import type { PluginHost } from './host.ts'

/** Shows the checklist as soon as the kit has verified Haiilo Home. Returns the function that removes it. */
export function showApp(root: HTMLElement, host: PluginHost): () => void {
  const status = element('haiilo-host-status', { host })
  const main = element('main', { className: 'plugin' }, status)
  const checklist = createChecklist(main, host)
  root.replaceChildren(main)
  const stopHeight = observeHeight(host, main)
  const stop = host.subscribe(show)
  show()

  return () => {
    stop()
    stopHeight()
    main.remove()
  }

  function show(): void {
    const snapshot = host.getSnapshot()
    if (snapshot.status === 'ready') checklist.update(snapshot)
    else main.replaceChildren(status)
  }
}
