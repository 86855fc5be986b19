import { HaiiloHostBoundary, HaiiloHostProvider, type RegisteredHost } from '@haiilo-kit/react'
import { HaiiloHostStatus } from '@haiilo-kit/ui/react'

import { Checklist } from './checklist.tsx'

/** The root component. Shows the checklist as soon as the kit has verified Haiilo Home. */
export function App({ host }: { host: RegisteredHost }) {
  const status = (
    <main className="plugin">
      <HaiiloHostStatus host={host} />
    </main>
  )
  return (
    <HaiiloHostProvider host={host}>
      <HaiiloHostBoundary loading={status} failed={status}>
        <Checklist />
      </HaiiloHostBoundary>
    </HaiiloHostProvider>
  )
}
