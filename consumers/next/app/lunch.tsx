'use client'

import {
  createHaiiloHost,
  describeError,
  HaiiloHostBoundary,
  HaiiloHostProvider,
  useHaiiloContext,
  useHaiiloHeight,
} from '@haiilo-kit/react'
import { HaiiloAlert, HaiiloTextField } from '@haiilo-kit/ui/react'
import { useState } from 'react'

const host = createHaiiloHost()

export function Lunch() {
  return (
    <HaiiloHostProvider host={host}>
      <HaiiloHostBoundary loading={<HaiiloAlert>One moment…</HaiiloAlert>} failed={({ error }) => describeError(error)}>
        <Menu />
      </HaiiloHostBoundary>
    </HaiiloHostProvider>
  )
}

function Menu() {
  const { userName } = useHaiiloContext()
  const [note, setNote] = useState('')
  return (
    <main ref={useHaiiloHeight()}>
      <h1>Enjoy, {userName}</h1>
      <HaiiloTextField label="Note" value={note} onInput={({ currentTarget }) => setNote(currentTarget.value)} />
      <p>Ordered: {note}</p>
    </main>
  )
}
