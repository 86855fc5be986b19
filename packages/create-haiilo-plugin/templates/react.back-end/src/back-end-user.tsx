import { useHaiiloFetch } from '@haiilo-kit/react'
import { useEffect, useState } from 'react'

import { whoAmI } from './who-am-i.ts'

/** Shows what the back end knows of the user. `useHaiiloFetch` sends a fresh token. */
export function BackEndUser() {
  const fetch = useHaiiloFetch()
  const [answer, setAnswer] = useState('')

  useEffect(() => {
    let isShown = true
    void whoAmI(fetch).then((text) => {
      if (isShown) setAnswer(text)
    })
    return () => {
      isShown = false
    }
  }, [fetch])

  return (
    <p className="plugin-quiet" role="status">
      {answer}
    </p>
  )
}
