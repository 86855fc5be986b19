import { SETUP_VERSION, type SandboxSetup, type SetupInstance, type SetupUser } from '../contract/setup.js'

/** People who are always there. */
export const presetUsers: readonly SetupUser[] = [
  { userId: 'user-1', userName: 'Ada', userEmail: 'ada@example.com', userLanguage: 'en' },
  { userId: 'user-2', userName: 'Jürgen Müller', userEmail: 'juergen@example.com', userLanguage: 'de' },
  { userId: 'user-3', userName: 'Élodie Lefèvre', userEmail: 'elodie@example.com', userLanguage: 'fr' },
]

const [firstUser] = presetUsers

/** What is shown while nothing else was set up: one widget with the first entry point. */
export const defaultSetup: SandboxSetup = {
  version: SETUP_VERSION,
  user: firstUser?.userId ?? '',
  users: [],
  tenant: 'first',
  theme: 'light',
  device: 'desktop',
  editing: false,
  sandbox: 'same-origin',
  wrapper: false,
  globalConfig: {},
  instances: [{ id: 'w1', columns: 6, config: {} }],
}

/** Presets first, then the people of the set-up. */
export function usersOf({ users }: Pick<SandboxSetup, 'users'>): readonly SetupUser[] {
  return [...presetUsers, ...users]
}

/** Who is signed in. */
export function signedInUser(setup: Pick<SandboxSetup, 'user' | 'users'>): SetupUser {
  const people = usersOf(setup)
  const user = people.find(({ userId }) => userId === setup.user) ?? people[0]
  if (!user) throw new Error('There is always a preset user.')
  return user
}

/** A short id that no instance has yet. */
export function freeInstanceId(instances: readonly Pick<SetupInstance, 'id'>[]): string {
  const taken = new Set(instances.map(({ id }) => id))
  let number = 1
  while (taken.has(`w${number}`)) number += 1
  return `w${number}`
}
