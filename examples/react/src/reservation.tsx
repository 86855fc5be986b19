import { useHaiiloHost } from '@haiilo-kit/react'
import { useState, type ReactElement } from 'react'

import type { Dish } from './menu.js'
import type { Texts } from './texts.js'

declare module '@haiilo-kit/react' {
  interface PluginSubjects {
    /** A subject of our own. A host that does not know it stays silent, so the request ends with its time-out. */
    reserveSeat: { readonly dish: string }
  }
}

/** Asks the host for a seat, and shows its signed and verified answer. */
export function Reservation({ dish, texts }: { dish: Dish; texts: Texts }): ReactElement {
  const request = useHaiiloHost((host) => host.request)
  const [answer, setAnswer] = useState('')

  async function reserve(): Promise<void> {
    setAnswer(texts.reserving)
    try {
      const { claims } = await request('reserveSeat', { dish: dish.id }, { timeout: 5_000 })
      setAnswer(texts.reserved(Number(claims['table'])))
    } catch {
      setAnswer(texts.notReserved)
    }
  }

  return (
    <>
      <button
        type="button"
        className="lunch-button"
        aria-label={texts.reserveFor(dish.name[texts.language])}
        onClick={() => void reserve()}
      >
        {texts.reserve}
      </button>
      <p className="lunch-answer" role="status">
        {answer}
      </p>
    </>
  )
}
