import '@haiilo-kit/example-lunch/lunch.css'
import { describeError, type HaiiloError } from '@haiilo-kit/react'
import type { ReactElement } from 'react'

/** Shown until the host has answered. */
export function Waiting(): ReactElement {
  return (
    <main className="lunch">
      <p className="lunch-waiting" role="status">
        One moment…
      </p>
    </main>
  )
}

/** Shown when there is no verified host: what happened, what to do, and a way to ask again. */
export function Problem({ error, onRetry }: { error: HaiiloError; onRetry: () => void }): ReactElement {
  return (
    <main className="lunch">
      <div className="lunch-problem" role="alert">
        <h1>Lunch cannot be shown</h1>
        <p>{describeError(error)}</p>
        <small>{error.code}</small>
      </div>
      <button type="button" className="lunch-button" onClick={onRetry}>
        Try again
      </button>
    </main>
  )
}
