import { readConfig } from '@haiilo-kit/manifest'
import {
  createHaiiloHost,
  describeError,
  HaiiloHostBoundary,
  HaiiloHostProvider,
  useHaiiloConfig,
  useHaiiloContext,
  useHaiiloHeight,
} from '@haiilo-kit/react'
import { HaiiloAlert, HaiiloTextField } from '@haiilo-kit/ui/react'
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'

import { fields } from './fields.js'

const host = createHaiiloHost({ config: readConfig(fields) })

declare module '@haiilo-kit/react' {
  interface HaiiloRegister {
    host: typeof host
  }
}

function Lunch() {
  const { userName } = useHaiiloContext()
  // this only compiles if the configuration is typed
  const canteen: 'north' | 'south' = useHaiiloConfig().canteen
  const [note, setNote] = useState('')
  return (
    <main ref={useHaiiloHeight()}>
      <h1>Enjoy, {userName}</h1>
      <p>In the {canteen}</p>
      <HaiiloTextField label="Note" value={note} onInput={({ currentTarget }) => setNote(currentTarget.value)} />
      <p>Ordered: {note}</p>
    </main>
  )
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <HaiiloHostProvider host={host}>
      <HaiiloHostBoundary loading={<HaiiloAlert>One moment…</HaiiloAlert>} failed={({ error }) => describeError(error)}>
        <Lunch />
      </HaiiloHostBoundary>
    </HaiiloHostProvider>
  </StrictMode>,
)
