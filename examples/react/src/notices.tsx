import '@haiilo-kit/example-lunch/lunch.css'
import { describeError, type HaiiloError } from '@haiilo-kit/react'
import type { ReactElement } from 'react'

/** Shown until the host answers. */
export function Waiting(): ReactElement {
  return (
    <main className="lunch">
      <p className="lunch-waiting" role="status">
        One moment…
      </p>
    </main>
  )
}

/** Shown when the connection failed: what the user can do, the error code and a button to try again. */
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
