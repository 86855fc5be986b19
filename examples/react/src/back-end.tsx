import type { Language } from '@haiilo-kit/example-lunch/texts'
import { useHaiiloFetch } from '@haiilo-kit/react'
import { useState, type ReactElement } from 'react'

import { backEndTextsFor } from './back-end-texts.js'

/** The entry point with a back end has the URL `index.html?back-end`. The other examples have none. */
export const hasBackEnd = new URLSearchParams(globalThis.location.search).has('back-end')

/** Calls `examples/backend`, which verifies the token that `useHaiiloFetch` sends. Says so if no back end runs. */
export function BackEnd({ language }: { language: Language }): ReactElement {
  const fetch = useHaiiloFetch()
  const [answer, setAnswer] = useState('')
  const texts = backEndTextsFor(language)

  /** Shows the text for an answer, or that there is none. */
  async function ask(send: () => Promise<Response>, textFor: (body: unknown) => string): Promise<void> {
    setAnswer(texts.asking)
    try {
      const response = await send()
      // a server without a back end sends a page or an error of its own
      const body: unknown = await response.json()
      setAnswer(
        response.ok ? textFor(body) : response.status === 401 ? texts.notInstalled : texts.refused(response.status),
      )
    } catch {
      setAnswer(texts.noBackEnd)
    }
  }

  const whoAmI = (): Promise<void> =>
    ask(
      () => fetch('/api/me'),
      (body) => texts.verified((body as { readonly userId: string }).userId),
    )

  function notify(): Promise<void> {
    const instanceId = new URLSearchParams(location.search).get('src')
    return ask(
      () => fetch('/api/notify', { method: 'POST', body: JSON.stringify({ instanceId }) }),
      () => texts.notified,
    )
  }

  return (
    <section className="lunch-back-end" aria-label={texts.title}>
      <button type="button" className="lunch-button" onClick={() => void whoAmI()}>
        {texts.whoAmI}
      </button>{' '}
      <button type="button" className="lunch-button" onClick={() => void notify()}>
        {texts.notify}
      </button>
      <p role="status">{answer}</p>
    </section>
  )
}
