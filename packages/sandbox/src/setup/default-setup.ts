import { SETUP_VERSION, type SandboxSetup, type SetupInstance, type SetupUser } from '../contract/setup.js'

/** Users that every set-up has. */
export const presetUsers: readonly SetupUser[] = [
  { userId: 'user-1', userName: 'Ada', userEmail: 'ada@example.com', userLanguage: 'en' },
  { userId: 'user-2', userName: 'Jürgen Müller', userEmail: 'juergen@example.com', userLanguage: 'de' },
  { userId: 'user-3', userName: 'Élodie Lefèvre', userEmail: 'elodie@example.com', userLanguage: 'fr' },
]

const [firstUser] = presetUsers

/** One widget with the first entry point. */
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

/** Presets first, then the users of the set-up. */
export function allUsers({ users }: Pick<SandboxSetup, 'users'>): readonly SetupUser[] {
  return [...presetUsers, ...users]
}

/** The signed-in user. */
export function signedInUser(setup: Pick<SandboxSetup, 'user' | 'users'>): SetupUser {
  const users = allUsers(setup)
  const user = users.find(({ userId }) => userId === setup.user) ?? users[0]
  if (!user) throw new Error('There are no preset users.')
  return user
}

/** A short id that no instance has. */
export function nextInstanceId(instances: readonly Pick<SetupInstance, 'id'>[]): string {
  const taken = new Set(instances.map(({ id }) => id))
  let number = 1
  while (taken.has(`w${number}`)) number += 1
  return `w${number}`
}
