import { App } from '@haiilo-kit/example-react'
import type { LunchConfig } from '@haiilo-kit/example-lunch/fields'
import type { HaiiloHost } from '@haiilo-kit/react'
import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

/** Runs the React example inside an element. Returns a function that removes it. */
export function mountReactExample(element: HTMLElement, host: HaiiloHost<LunchConfig>): () => void {
  const root = createRoot(element)
  // synchronous, so that a play function finds the content
  flushSync(() =>
    root.render(
      <StrictMode>
        <App host={host} />
      </StrictMode>,
    ),
  )
  return () => root.unmount()
}
