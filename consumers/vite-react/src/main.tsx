import {
  createHaiiloHost,
  HaiiloHostBoundary,
  HaiiloHostProvider,
  useHaiiloContext,
  useHaiiloHeight,
} from '@haiilo-kit/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

const host = createHaiiloHost()

function Lunch() {
  const { userName } = useHaiiloContext()
  return (
    <main ref={useHaiiloHeight()}>
      <h1>Enjoy, {userName}</h1>
    </main>
  )
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <HaiiloHostProvider host={host}>
      <HaiiloHostBoundary loading="One moment…" failed={({ error }) => error.message}>
        <Lunch />
      </HaiiloHostBoundary>
    </HaiiloHostProvider>
  </StrictMode>,
)
