import { observeHeight, type HaiiloHost, type ReadySnapshot } from '@haiilo-kit/core'
import '@haiilo-kit/example-lunch/lunch.css'
import type { LunchConfig } from '@haiilo-kit/example-lunch/fields'
import { menuOf, type Dish } from '@haiilo-kit/example-lunch/menu'
import { textsFor, type Texts } from '@haiilo-kit/example-lunch/texts'

import { element } from './element.js'
import { reservation } from './reservation.js'
import type { View } from './show-by-status.js'

/** Creates the view with today's menu of the configured canteen. */
export function createLunch(host: HaiiloHost<LunchConfig>): View {
  const main = element('main', { className: 'lunch' })
  const canteen = element('p', { className: 'lunch-canteen' })
  const note = element('p', { className: 'lunch-note' })
  let shown: ReadySnapshot<LunchConfig> | undefined

  return { main, update, close: observeHeight(host, main) }

  function update(snapshot: ReadySnapshot<LunchConfig>): void {
    // both stay the same objects until they change, so a new token does not redraw the menu and lose what the user did
    if (snapshot.context !== shown?.context || snapshot.config !== shown.config) draw(snapshot)
    if (snapshot.editing) canteen.after(note)
    else note.remove()
    shown = snapshot
  }

  function draw({ context: { userName = 'colleague', userLanguage }, config }: ReadySnapshot<LunchConfig>): void {
    const texts = textsFor(userLanguage)
    main.lang = texts.language
    canteen.textContent = texts.canteens[config.canteen]
    note.textContent = texts.editing
    main.replaceChildren(element('h1', {}, texts.greeting(userName)), canteen, ...menu(host, config, texts))
  }
}

function menu(host: HaiiloHost<LunchConfig>, { canteen, dishes }: LunchConfig, texts: Texts): HTMLElement[] {
  const items = menuOf(canteen).map((dish) => dishItem(host, dish, texts))
  const list = element('ul', { className: 'lunch-menu' }, ...items)
  const rest = items.slice(dishes)
  if (rest.length === 0) return [list]
  const more = element('button', { type: 'button', className: 'lunch-more' })
  more.onclick = () => show(more.ariaExpanded === 'false')
  show(false)
  return [list, more]

  function show(all: boolean): void {
    if (all) list.append(...rest)
    else for (const item of rest) item.remove()
    more.ariaExpanded = String(all)
    more.textContent = all ? texts.fewer : texts.more(rest.length)
  }
}

function dishItem(host: HaiiloHost<LunchConfig>, dish: Dish, texts: Texts): HTMLElement {
  return element(
    'li',
    {},
    element('h2', {}, dish.name[texts.language]),
    element('p', { className: 'lunch-price' }, texts.price(dish.price)),
    ...reservation(host, dish, texts),
  )
}
