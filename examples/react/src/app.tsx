import { HaiiloHostBoundary, HaiiloHostProvider, type HaiiloHost } from '@haiilo-kit/react'
import type { ReactElement } from 'react'

import { Lunch } from './lunch.js'
import type { LunchConfig } from './manifest.js'
import { Problem, Waiting } from './notices.js'

/** The plug-in: its menu, once the host has proved who it is. */
export function App({ host }: { host: HaiiloHost<LunchConfig> }): ReactElement {
  return (
    <HaiiloHostProvider host={host}>
      <HaiiloHostBoundary
        loading={<Waiting />}
        failed={({ error, retry }) => <Problem error={error} onRetry={retry} />}
      >
        <Lunch />
      </HaiiloHostBoundary>
    </HaiiloHostProvider>
  )
}
