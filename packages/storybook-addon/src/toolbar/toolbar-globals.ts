import { simulatedFaults, type SimulatedUser } from '@haiilo-kit/simulator'
import type { GlobalTypes } from 'storybook/internal/types'
import type { HaiiloHostParameters } from '../parameters/haiilo-host-parameters.js'

/** Users that the toolbar offers, besides the user of the story. */
const USERS: Readonly<Record<string, Partial<SimulatedUser>>> = {
  another: {
    userId: 'user-2',
    userName: 'Jürgen Müller',
    userEmail: 'juergen@example.com',
    userLanguage: 'de',
  },
  nameless: { userId: 'user-3', userName: undefined, userEmail: undefined },
}

const LANGUAGES: Readonly<Record<string, string>> = { en: 'English', de: 'Deutsch', fr: 'Français', ar: 'العربية' }
const VIEWS = ['plugin', 'config'] as const
const EDITING = { on: true, off: false } as const
const LATENCIES = [0, 300, 1000, 5000]

/** Project annotations: the menus of the toolbar. */
export const globalTypes: GlobalTypes = {
  haiiloUser: menu('Haiilo: user', 'user', [
    { value: 'another', title: 'Jürgen Müller' },
    { value: 'nameless', title: 'Without name and e-mail' },
  ]),
  haiiloLanguage: menu(
    'Haiilo: language of the user',
    'globe',
    Object.entries(LANGUAGES).map(([value, title]) => ({ value, title })),
  ),
  haiiloEditing: menu('Haiilo: edit mode', 'edit', [
    { value: 'on', title: 'Edit mode' },
    { value: 'off', title: 'No edit mode' },
  ]),
  haiiloView: menu('Haiilo: view', 'component', [
    { value: 'plugin', title: 'Plug-in view' },
    { value: 'config', title: 'Configuration view' },
  ]),
  haiiloFault: menu(
    'Haiilo: fault of the host',
    'lightning',
    simulatedFaults.map((value) => ({ value, title: value })),
  ),
  haiiloLatency: menu(
    'Haiilo: latency of the host',
    'time',
    LATENCIES.map((value) => ({ value: String(value), title: `${value} ms` })),
  ),
}

/** One string for all menus. It changes if a menu changes. */
export function toolbarKey(globals: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.keys(globalTypes).map((name) => globals[name] ?? null))
}

/** The parameters with the choices of the toolbar. Values that no menu has, for example from a URL, change nothing. */
export function applyToolbar(
  parameters: HaiiloHostParameters,
  globals: Readonly<Record<string, unknown>>,
): HaiiloHostParameters {
  const {
    haiiloUser: user,
    haiiloLanguage: language,
    haiiloEditing: editing,
    haiiloView: view,
    haiiloFault: fault,
    haiiloLatency: latency,
  } = globals
  const chosenUser = Object.entries(USERS).find(([id]) => id === user)?.[1]
  const chosenLanguage = Object.keys(LANGUAGES).find((each) => each === language)
  const chosenEditing = Object.entries(EDITING).find(([id]) => id === editing)?.[1]
  const chosenView = VIEWS.find((each) => each === view)
  const chosenFault = simulatedFaults.find((each) => each === fault)
  const chosenLatency = LATENCIES.find((each) => String(each) === String(latency))
  return {
    ...parameters,
    ...((chosenUser ?? chosenLanguage) !== undefined && {
      user: { ...parameters.user, ...chosenUser, ...(chosenLanguage && { userLanguage: chosenLanguage }) },
    }),
    ...(chosenEditing !== undefined && { editing: chosenEditing }),
    ...(chosenView && { view: chosenView }),
    ...(chosenFault && { fault: chosenFault }),
    ...(chosenLatency !== undefined && { latency: chosenLatency }),
  }
}

type Menu = GlobalTypes[string]
type Icon = NonNullable<NonNullable<Menu['toolbar']>['icon']>

interface MenuItem {
  readonly value: string
  readonly title: string
}

/** The button shows its icon, and the title of the chosen item. */
function menu(description: string, icon: Icon, items: readonly MenuItem[]): Menu {
  return { description, toolbar: { icon, items: [{ type: 'reset', title: 'As in the story' }, ...items] } }
}
