'use client'

import {
  createHaiiloHost,
  HaiiloHostBoundary,
  HaiiloHostProvider,
  useHaiiloContext,
  useHaiiloHeight,
} from '@haiilo-kit/react'

const host = createHaiiloHost()

export function Lunch() {
  return (
    <HaiiloHostProvider host={host}>
      <HaiiloHostBoundary loading={<p>One moment…</p>} failed={({ error }) => error.message}>
        <Menu />
      </HaiiloHostBoundary>
    </HaiiloHostProvider>
  )
}

function Menu() {
  const { userName } = useHaiiloContext()
  return (
    <main ref={useHaiiloHeight()}>
      <h1>Enjoy, {userName}</h1>
    </main>
  )
}
