import type { LunchConfig } from '@haiilo-kit/example-lunch/fields'
import { HaiiloHostBoundary, HaiiloHostProvider, type HaiiloHost } from '@haiilo-kit/react'
import type { PropsWithChildren, ReactElement } from 'react'

import { Problem, Waiting } from './notices.js'

/** Shows its content while the host is ready. Before that, or if the connection failed, it shows a notice. */
export function LunchBoundary({ host, children }: PropsWithChildren<{ host: HaiiloHost<LunchConfig> }>): ReactElement {
  return (
    <HaiiloHostProvider host={host}>
      <HaiiloHostBoundary
        loading={<Waiting />}
        failed={({ error, retry }) => <Problem error={error} onRetry={retry} />}
      >
        {children}
      </HaiiloHostBoundary>
    </HaiiloHostProvider>
  )
}
