import { HaiiloHostBoundary, useHaiiloConfig, useHaiiloContext, useHaiiloHeight } from '@haiilo-kit/react'
import type { ReactElement } from 'react'

export function Lunch({ dish }: { dish: string }): ReactElement {
  return (
    <HaiiloHostBoundary failed={({ error }) => <p role="alert">{error.code}</p>}>
      <Menu dish={dish} />
    </HaiiloHostBoundary>
  )
}

function Menu({ dish }: { dish: string }): ReactElement {
  const { userName } = useHaiiloContext()
  const config = useHaiiloConfig()
  return (
    <main ref={useHaiiloHeight()}>
      <h1>Enjoy, {userName}</h1>
      <p>
        {dish}, {JSON.stringify(config)}
      </p>
    </main>
  )
}
