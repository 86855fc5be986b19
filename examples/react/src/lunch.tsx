import '@haiilo-kit/example-lunch/lunch.css'
import { menuOf } from '@haiilo-kit/example-lunch/menu'
import { textsFor } from '@haiilo-kit/example-lunch/texts'
import { useHaiiloConfig, useHaiiloContext, useHaiiloHeight, useHaiiloHost } from '@haiilo-kit/react'
import { useState, type ReactElement } from 'react'

import { BackEnd, hasBackEnd } from './back-end.js'
import { Reservation } from './reservation.js'

/** Shows today's menu of the configured canteen. It is used inside `<HaiiloHostBoundary>`, so the user is verified. */
export function Lunch(): ReactElement {
  const { userName = 'colleague', userLanguage } = useHaiiloContext()
  const { canteen, dishes } = useHaiiloConfig()
  const editing = useHaiiloHost((host) => host.editing)
  const [showsAll, setShowsAll] = useState(false)
  const texts = textsFor(userLanguage)
  const menu = menuOf(canteen)

  return (
    <main ref={useHaiiloHeight()} className="lunch" lang={texts.language}>
      <h1>{texts.greeting(userName)}</h1>
      <p className="lunch-canteen">{texts.canteens[canteen]}</p>
      {editing && <p className="lunch-note">{texts.editing}</p>}
      <ul className="lunch-menu">
        {menu.slice(0, showsAll ? menu.length : dishes).map((dish) => (
          <li key={dish.id}>
            <h2>{dish.name[texts.language]}</h2>
            <p className="lunch-price">{texts.price(dish.price)}</p>
            <Reservation dish={dish} texts={texts} />
          </li>
        ))}
      </ul>
      {menu.length > dishes && (
        <button type="button" className="lunch-more" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? texts.fewer : texts.more(menu.length - dishes)}
        </button>
      )}
      {hasBackEnd && <BackEnd language={texts.language} />}
    </main>
  )
}
