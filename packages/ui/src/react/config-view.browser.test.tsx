import { createHaiiloHost, observeHeight, type HaiiloHostOptions } from '@haiilo-kit/core'
import { createRoot } from 'react-dom/client'
import { onTestFinished } from 'vitest'

import { describeConfigView } from '../../test/config-view-contract.js'
import { fields } from '../../test/config-view-fields.js'
import { HaiiloConfigForm } from './index.js'

describeConfigView('React', (options) => {
  const page = document.body.appendChild(document.createElement('main'))
  const leave = openSettings(page, options)
  onTestFinished(() => {
    leave()
    page.remove()
  })
  return leave
})

/** The code of config.tsx in the README. */
function openSettings(page: Element, options: HaiiloHostOptions): () => void {
  const host = createHaiiloHost({ ...options, view: 'config' })
  const root = createRoot(page)
  root.render(<HaiiloConfigForm host={host} fields={fields} />)
  const stop = observeHeight(host, page)
  onTestFinished(() => host.close())
  return () => {
    root.unmount()
    stop()
  }
}
