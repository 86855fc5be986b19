import type { FaultDescription } from '@haiilo-kit/simulator'

import { button, element } from './element.js'
import './home-page.css'
import { createMessageLog, type MessageLog } from './message-log.js'

/** What the buttons of the page do. */
export interface HomePageActions {
  readonly reload: () => void
  readonly toggleEditing: () => void
  readonly toggleSettings: () => void
  readonly save: () => void
  readonly refresh: () => void
}

/** What the page shows besides the plug-in. */
export interface HomePageState {
  readonly userName: string
  readonly editing: boolean
  readonly fault: ({ readonly name: string } & FaultDescription) | undefined
}

/** A page of Haiilo Home to look at: a widget with the plug-in, its settings, and the log of all messages. */
export interface HomePage {
  readonly element: HTMLElement
  readonly log: MessageLog
  /** Where the plug-in is shown. */
  readonly widget: HTMLElement
  /** Where its configuration view is shown. */
  readonly settings: HTMLElement
  readonly draw: (state: HomePageState) => void
  readonly openSettings: (open: boolean) => void
  /** Shows a short message, and reads it out. */
  readonly say: (message: string) => void
}

/** Builds the page; it knows nothing of hosts and plug-ins. */
export function createHomePage({ reload, toggleEditing, toggleSettings, save, refresh }: HomePageActions): HomePage {
  const log = createMessageLog()
  const widget = element('div', { class: 'home-frame' })
  const settings = element('div', { class: 'home-frame' })
  const editButton = button('Edit page', toggleEditing)
  const settingsButton = button('Settings', toggleSettings)
  const userName = element('span', { class: 'home-user' })
  const fault = element('div')
  const status = element('p', { class: 'home-status', role: 'status' })
  const settingsCard = element(
    'section',
    { class: 'card', 'aria-label': 'Settings' },
    element('h2', {}, 'Settings of Lunch'),
    settings,
    element(
      'div',
      { class: 'home-actions' },
      button('Save', save, 'home-button home-primary'),
      button('Cancel', toggleSettings),
    ),
  )
  const page = element(
    'div',
    { class: 'home' },
    element('header', { class: 'home-bar' }, element('p', { class: 'home-brand' }, 'Simulated Haiilo Home'), userName),
    element(
      'main',
      { class: 'home-columns', 'aria-label': 'Home' },
      element(
        'div',
        { class: 'home-page' },
        element(
          'div',
          { class: 'home-actions', role: 'group', 'aria-label': 'What the host does' },
          button('Reload', reload),
          editButton,
          settingsButton,
          button('New token', refresh),
        ),
        status,
        fault,
        element('section', { class: 'card', 'aria-label': 'Widget' }, element('h2', {}, 'Lunch'), widget),
        settingsCard,
      ),
      log.element,
    ),
  )
  openSettings(false)

  function openSettings(open: boolean): void {
    settingsCard.hidden = !open
    settingsButton.setAttribute('aria-expanded', String(open))
  }

  return {
    element: page,
    log,
    widget,
    settings,
    openSettings,
    say: (message) => (status.textContent = message),
    draw(state) {
      userName.textContent = state.userName
      editButton.setAttribute('aria-pressed', String(state.editing))
      page.classList.toggle('home-editing', state.editing)
      fault.replaceChildren(...(state.fault ? [faultNotice(state.fault)] : []))
    },
  }
}

function faultNotice({ name, does, reaction }: NonNullable<HomePageState['fault']>): HTMLElement {
  return element(
    'div',
    { class: 'home-notice' },
    element('p', {}, element('strong', {}, `Fault “${name}”: `), `this host ${does}.`),
    element('p', {}, `A correct plug-in ${reaction}.`),
  )
}
