import { simulatedFaults, type SimulatedFault } from '@haiilo-kit/simulator'
import { SETUP_VERSION, type SandboxSetup, type SetupInstance, type SetupUser } from '../contract/setup.js'
import { defaultSetup, nextInstanceId, presetUsers, allUsers } from './default-setup.js'
import { LIMITS, WIDGET_ID } from './limits.js'

/** A valid set-up, and what had to be replaced in it. */
export interface ParsedSetup {
  readonly setup: SandboxSetup
  /** One sentence for each replaced part. */
  readonly notices: readonly string[]
}

type Values = Readonly<Record<string, unknown>>
type Notice = (message: string) => void

/**
 * Reads a set-up from any value. Missing, invalid and unknown parts get their defaults. Invalid and unknown parts also get a notice.
 */
export function parseSetup(given: unknown): ParsedSetup {
  if (!isValues(given))
    return { setup: defaultSetup, notices: ['The set-up is not valid. You see the default set-up.'] }
  if ((given['version'] ?? SETUP_VERSION) !== SETUP_VERSION)
    return {
      setup: defaultSetup,
      notices: ['Another version of the sandbox made this set-up. You see the default set-up.'],
    }
  const notices = new Set<string>()
  const notice: Notice = (message) => void notices.add(message)
  const users = readUsers(given['users'], notice)
  const setup: SandboxSetup = {
    version: SETUP_VERSION,
    user: readUser(given['user'], users, notice),
    users,
    tenant: readChoice(given, 'tenant', ['first', 'second'], notice),
    theme: readChoice(given, 'theme', ['light', 'dark'], notice),
    device: readChoice(given, 'device', ['desktop', 'tablet', 'phone'], notice),
    editing: readFlag(given, 'editing', notice),
    sandbox: readChoice(given, 'sandbox', ['same-origin', 'opaque'], notice),
    wrapper: readFlag(given, 'wrapper', notice),
    globalConfig: readConfig(given['globalConfig'], 'The global configuration', notice),
    instances: readInstances(given['instances'], notice),
  }
  return { setup, notices: [...notices] }
}

function readUsers(given: unknown, notice: Notice): readonly SetupUser[] {
  if (given === undefined) return []
  if (!Array.isArray(given)) {
    notice('The list of users is not valid. You see only the preset users.')
    return []
  }
  const taken = new Set(presetUsers.map(({ userId }) => userId))
  const users: SetupUser[] = []
  for (const each of given.slice(0, LIMITS.users) as readonly unknown[]) {
    const user = readCustomUser(each)
    if (user && !taken.has(user.userId)) users.push(user)
    else notice('A user in the set-up is incomplete or has the id of another user. The user is ignored.')
    if (user) taken.add(user.userId)
  }
  if (given.length > LIMITS.users) notice(`The set-up has more than ${LIMITS.users} users. The others are ignored.`)
  return users
}

function readCustomUser(given: unknown): SetupUser | undefined {
  if (!isValues(given)) return undefined
  const { userId, userName, userEmail, userLanguage } = given
  if (
    !isShortText(userId) ||
    !userId ||
    !isShortText(userName) ||
    !isShortText(userEmail) ||
    !isShortText(userLanguage)
  )
    return undefined
  return { userId, userName, userEmail, userLanguage }
}

function readUser(given: unknown, users: readonly SetupUser[], notice: Notice): string {
  if (given === undefined) return defaultSetup.user
  const found = allUsers({ users }).find(({ userId }) => userId === given)
  if (!found) notice('The signed-in user of the set-up does not exist. The first user is signed in.')
  return found?.userId ?? defaultSetup.user
}

function readChoice<Name extends 'tenant' | 'theme' | 'device' | 'sandbox'>(
  given: Values,
  name: Name,
  choices: readonly SandboxSetup[Name][],
  notice: Notice,
): SandboxSetup[Name] {
  const value = given[name]
  const choice = choices.find((each) => each === value)
  if (choice === undefined && value !== undefined)
    notice(`“${name}” has an unknown value. It was set to “${defaultSetup[name]}”.`)
  return choice ?? defaultSetup[name]
}

function readFlag(given: Values, name: 'editing' | 'wrapper', notice: Notice): boolean {
  const value = given[name]
  if (typeof value === 'boolean') return value
  if (value !== undefined) notice(`“${name}” is neither true nor false. It was set to false.`)
  return false
}

function readConfig(given: unknown, what: string, notice: Notice): Values {
  if (given === undefined) return {}
  const text = isValues(given) ? jsonOf(given) : undefined
  if (text === undefined || text.length > LIMITS.config) {
    notice(`${what} is not valid or is too long. It was cleared.`)
    return {}
  }
  return JSON.parse(text) as Values // an object, by the check above
}

function readInstances(given: unknown, notice: Notice): readonly SetupInstance[] {
  if (given === undefined) return defaultSetup.instances
  if (!Array.isArray(given)) {
    notice('The list of widgets is not valid. You see one widget.')
    return defaultSetup.instances
  }
  if (given.length > LIMITS.instances)
    notice(`The set-up has more than ${LIMITS.instances} widgets. The others are ignored.`)
  const instances: SetupInstance[] = []
  for (const each of given.slice(0, LIMITS.instances) as readonly unknown[])
    instances.push(readInstance(each, instances, notice))
  return instances
}

function readInstance(given: unknown, before: readonly SetupInstance[], notice: Notice): SetupInstance {
  if (!isValues(given)) notice('A widget in the set-up is not valid. It has default values.')
  const values = isValues(given) ? given : {}
  const id = readId(values['id'], before, notice)
  const entryPoint = readEntryPoint(values['entryPoint'], id, notice)
  const fault = readFault(values['fault'], id, notice)
  const latency = readInteger(
    values['latency'],
    { min: 0, max: LIMITS.latency, fallback: 0 },
    `The latency of ${id}`,
    notice,
  )
  return {
    id,
    ...(entryPoint !== undefined && { entryPoint }),
    columns: readInteger(values['columns'], { min: 1, max: LIMITS.columns, fallback: 6 }, `The width of ${id}`, notice),
    config: readConfig(values['config'], `The configuration of ${id}`, notice),
    ...(fault !== undefined && { fault }),
    ...(latency > 0 && { latency }),
  }
}

function readId(given: unknown, before: readonly SetupInstance[], notice: Notice): string {
  if (typeof given === 'string' && WIDGET_ID.test(given) && !before.some(({ id }) => id === given)) return given
  const id = nextInstanceId(before)
  notice(`The id of a widget is missing, not valid, or used twice. It was set to ${id}.`)
  return id
}

function readEntryPoint(given: unknown, id: string, notice: Notice): string | undefined {
  if (given === undefined || (isShortText(given) && given)) return given
  notice(`The entry point of ${id} is not valid. The widget shows the first one.`)
  return undefined
}

function readFault(given: unknown, id: string, notice: Notice): SimulatedFault | undefined {
  const fault = simulatedFaults.find((each) => each === given)
  if (fault === undefined && given !== undefined) notice(`The fault of ${id} does not exist. It was removed.`)
  return fault
}

function readInteger(
  given: unknown,
  { min, max, fallback }: { readonly min: number; readonly max: number; readonly fallback: number },
  what: string,
  notice: Notice,
): number {
  if (given === undefined) return fallback
  if (Number.isSafeInteger(given) && Number(given) >= min && Number(given) <= max) return Number(given)
  notice(`${what} is not a whole number from ${min} to ${max}. It was set to ${fallback}.`)
  return fallback
}

function isShortText(given: unknown): given is string {
  return typeof given === 'string' && given.length <= LIMITS.text
}

function isValues(given: unknown): given is Values {
  return typeof given === 'object' && given !== null && !Array.isArray(given)
}

function jsonOf(given: object): string | undefined {
  try {
    return JSON.stringify(given)
  } catch {
    return undefined // it has a cycle, or is nested too deeply
  }
}
