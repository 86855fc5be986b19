import type { Dish } from '@haiilo-kit/example-lunch/menu'
import { reserveSeat } from '@haiilo-kit/example-lunch/reserve-seat'
import type { Texts } from '@haiilo-kit/example-lunch/texts'
import { useHaiiloHost } from '@haiilo-kit/react'
import { useState, type ReactElement } from 'react'

/** Requests a seat from the host and shows the verified answer. */
export function Reservation({ dish, texts }: { dish: Dish; texts: Texts }): ReactElement {
  const request = useHaiiloHost((host) => host.request)
  const [answer, setAnswer] = useState('')

  async function reserve(): Promise<void> {
    setAnswer(texts.reserving)
    try {
      setAnswer(texts.reserved(await reserveSeat(request, dish)))
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
