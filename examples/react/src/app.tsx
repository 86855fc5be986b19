import type { LunchConfig } from '@haiilo-kit/example-lunch/fields'
import type { HaiiloHost } from '@haiilo-kit/react'
import type { ReactElement } from 'react'

import { LunchBoundary } from './lunch-boundary.js'
import { Lunch } from './lunch.js'

/** The root component. Shows the menu as soon as the host is verified. */
export function App({ host }: { host: HaiiloHost<LunchConfig> }): ReactElement {
  return (
    <LunchBoundary host={host}>
      <Lunch />
    </LunchBoundary>
  )
}
