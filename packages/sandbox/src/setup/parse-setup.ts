import { simulatedFaults, type SimulatedFault } from '@haiilo-kit/simulator'
import { SETUP_VERSION, type SandboxSetup, type SetupInstance, type SetupUser } from '../contract/setup.js'
import { defaultSetup, freeInstanceId, presetUsers, usersOf } from './default-setup.js'
import { LIMITS } from './limits.js'

/** A set-up that can be used, and what had to be replaced to get there. */
export interface ParsedSetup {
  readonly setup: SandboxSetup
  /** For people, one sentence each. */
  readonly notices: readonly string[]
}

type Values = Readonly<Record<string, unknown>>
type Notice = (message: string) => void

/**
 * Reads a set-up from anything. A value that is missing gets its default. A value that is broken or unknown gets its default and a notice.
 */
export function parseSetup(given: unknown): ParsedSetup {
  if (!isValues(given))
    return { setup: defaultSetup, notices: ['The set-up cannot be read. You see the default set-up.'] }
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
    notice('The list of people cannot be read. You see the preset people only.')
    return []
  }
  const taken = new Set(presetUsers.map(({ userId }) => userId))
  const users: SetupUser[] = []
  for (const each of given.slice(0, LIMITS.users) as readonly unknown[]) {
    const user = readPerson(each)
    if (user && !taken.has(user.userId)) users.push(user)
    else notice('A person in the set-up is incomplete or has the id of somebody else, and is left out.')
    if (user) taken.add(user.userId)
  }
  if (given.length > LIMITS.users) notice(`The set-up has more than ${LIMITS.users} people. The rest is left out.`)
  return users
}

function readPerson(given: unknown): SetupUser | undefined {
  if (!isValues(given)) return undefined
  const { userId, userName, userEmail, userLanguage } = given
  if (!isShort(userId) || !userId || !isShort(userName) || !isShort(userEmail) || !isShort(userLanguage))
    return undefined
  return { userId, userName, userEmail, userLanguage }
}

function readUser(given: unknown, users: readonly SetupUser[], notice: Notice): string {
  if (given === undefined) return defaultSetup.user
  const found = usersOf({ users }).find(({ userId }) => userId === given)
  if (!found) notice('Nobody has the user id of the set-up. The first person is signed in.')
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
    notice(`“${name}” has an unknown value. It is set to “${defaultSetup[name]}”.`)
  return choice ?? defaultSetup[name]
}

function readFlag(given: Values, name: 'editing' | 'wrapper', notice: Notice): boolean {
  const value = given[name]
  if (typeof value === 'boolean') return value
  if (value !== undefined) notice(`“${name}” is neither true nor false. It is set to false.`)
  return false
}

function readConfig(given: unknown, what: string, notice: Notice): Values {
  if (given === undefined) return {}
  const text = isValues(given) ? jsonOf(given) : undefined
  if (text === undefined || text.length > LIMITS.config) {
    notice(`${what} cannot be read or is too long. It is empty now.`)
    return {}
  }
  return JSON.parse(text) as Values // an object, by the check above
}

function readInstances(given: unknown, notice: Notice): readonly SetupInstance[] {
  if (given === undefined) return defaultSetup.instances
  if (!Array.isArray(given)) {
    notice('The list of widgets cannot be read. You see one widget.')
    return defaultSetup.instances
  }
  if (given.length > LIMITS.instances)
    notice(`The set-up has more than ${LIMITS.instances} widgets. The rest is left out.`)
  const instances: SetupInstance[] = []
  for (const each of given.slice(0, LIMITS.instances) as readonly unknown[])
    instances.push(readInstance(each, instances, notice))
  return instances
}

function readInstance(given: unknown, before: readonly SetupInstance[], notice: Notice): SetupInstance {
  if (!isValues(given)) notice('A widget of the set-up cannot be read. It has its default values.')
  const values = isValues(given) ? given : {}
  const id = readId(values['id'], before, notice)
  const entryPoint = readEntryPoint(values['entryPoint'], id, notice)
  const fault = readFault(values['fault'], id, notice)
  const latency = readWhole(
    values['latency'],
    { least: 0, most: LIMITS.latency, fallback: 0 },
    `The latency of ${id}`,
    notice,
  )
  return {
    id,
    ...(entryPoint !== undefined && { entryPoint }),
    columns: readWhole(
      values['columns'],
      { least: 1, most: LIMITS.columns, fallback: 6 },
      `The width of ${id}`,
      notice,
    ),
    config: readConfig(values['config'], `The configuration of ${id}`, notice),
    ...(fault !== undefined && { fault }),
    ...(latency > 0 && { latency }),
  }
}

/** Part of addresses: letters, digits, `-` and `_`. */
const ID = /^[\w-]{1,40}$/

function readId(given: unknown, before: readonly SetupInstance[], notice: Notice): string {
  if (typeof given === 'string' && ID.test(given) && !before.some(({ id }) => id === given)) return given
  const id = freeInstanceId(before)
  notice(`A widget has no id, a broken one, or that of another widget. It is ${id} now.`)
  return id
}

function readEntryPoint(given: unknown, id: string, notice: Notice): string | undefined {
  if (given === undefined || (isShort(given) && given)) return given
  notice(`The entry point of ${id} cannot be read. It shows the first one.`)
  return undefined
}

function readFault(given: unknown, id: string, notice: Notice): SimulatedFault | undefined {
  const fault = simulatedFaults.find((each) => each === given)
  if (fault === undefined && given !== undefined) notice(`There is no such fault as ${id} has. It has none now.`)
  return fault
}

function readWhole(
  given: unknown,
  { least, most, fallback }: { readonly least: number; readonly most: number; readonly fallback: number },
  what: string,
  notice: Notice,
): number {
  if (given === undefined) return fallback
  if (Number.isSafeInteger(given) && Number(given) >= least && Number(given) <= most) return Number(given)
  notice(`${what} is not a whole number from ${least} to ${most}. It is ${fallback} now.`)
  return fallback
}

function isShort(given: unknown): given is string {
  return typeof given === 'string' && given.length <= LIMITS.text
}

function isValues(given: unknown): given is Values {
  return typeof given === 'object' && given !== null && !Array.isArray(given)
}

function jsonOf(given: object): string | undefined {
  try {
    return JSON.stringify(given)
  } catch {
    return undefined // a cycle, or too deep
  }
}
