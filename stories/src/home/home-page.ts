import type { FaultDescription } from '@haiilo-kit/simulator'

import { button, element } from './element.js'
import './home-page.css'
import { createMessageLog, type MessageLog } from './message-log.js'

/** The actions of the buttons. */
export interface HomePageActions {
  readonly reload: () => void
  readonly toggleEditing: () => void
  readonly toggleSettings: () => void
  readonly save: () => void
  readonly refresh: () => void
}

/** The state of the page around the plug-in. */
export interface HomePageState {
  readonly userName: string
  readonly editing: boolean
  readonly fault: ({ readonly name: string } & FaultDescription) | undefined
}

/** A page of Haiilo Home: a widget with the plug-in, its settings, and the log of all messages. */
export interface HomePage {
  readonly element: HTMLElement
  readonly log: MessageLog
  /** The element for the plug-in. */
  readonly widget: HTMLElement
  /** The element for its configuration view. */
  readonly settings: HTMLElement
  readonly render: (state: HomePageState) => void
  readonly openSettings: (open: boolean) => void
  /** Shows a short message, which screen readers announce. */
  readonly announce: (message: string) => void
}

/** Creates the page, without a host or plug-in. */
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
          { class: 'home-actions', role: 'group', 'aria-label': 'Host actions' },
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
    announce: (message) => (status.textContent = message),
    render(state) {
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
