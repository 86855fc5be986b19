import type { LunchConfig } from '@haiilo-kit/example-lunch/fields'
import type { HaiiloHost } from '@haiilo-kit/react'
import type { ReactElement } from 'react'

import { LunchBoundary } from './lunch-boundary.js'
import { Lunch } from './lunch.js'

/** The plug-in: its menu, once the host has proved who it is. */
export function App({ host }: { host: HaiiloHost<LunchConfig> }): ReactElement {
  return (
    <LunchBoundary host={host}>
      <Lunch />
    </LunchBoundary>
  )
}
