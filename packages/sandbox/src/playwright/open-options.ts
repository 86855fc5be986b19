import type { SimulatedFault } from '@haiilo-kit/simulator'
import { SETUP_VERSION, type SandboxSetup, type SetupInstance, type SetupUser } from '../contract/setup.js'
import { parseSetup } from '../setup/parse-setup.js'
import { defaultSetup, presetUsers } from '../setup/default-setup.js'

/** The person who is signed in. Values that are missing are those of Ada. */
export type HomeUser = Partial<SetupUser>

/** What a page of the simulated Home shows. */
export interface OpenOptions
  extends
    Partial<Pick<SandboxSetup, 'tenant' | 'device' | 'editing' | 'sandbox' | 'globalConfig'>>,
    Partial<Pick<SetupInstance, 'config' | 'latency'>> {
  readonly user?: HomeUser | undefined
  /** The id of the entry point. Default: the first one of the manifest. */
  readonly entryPoint?: string | undefined
  /** What the host does wrong. Default: nothing. */
  readonly fault?: SimulatedFault | undefined
}

/** The id of the only widget. */
export const WIDGET = 'w1'

/**
 * Returns the set-up of a page with one widget.
 *
 * @throws {TypeError} An option is not valid.
 */
export function setupOf({ user, config = {}, entryPoint, fault, latency, ...page }: OpenOptions): SandboxSetup {
  const instance: SetupInstance = { id: WIDGET, columns: 12, config, entryPoint, fault, latency }
  return valid({ ...defaultSetup, ...page, ...(user && signedIn(user)), version: SETUP_VERSION, instances: [instance] })
}

/** Returns the set-up with other values for its widget. */
export function withInstance(setup: SandboxSetup, changes: Partial<SetupInstance>): SandboxSetup {
  return valid({ ...setup, instances: setup.instances.map((instance) => ({ ...instance, ...changes })) })
}

/** Returns the set-up with another person. */
export function withUser(setup: SandboxSetup, user: HomeUser): SandboxSetup {
  return valid({ ...setup, ...signedIn(user) })
}

const [ADA] = presetUsers

function signedIn(given: HomeUser): Pick<SandboxSetup, 'user' | 'users'> {
  const preset = presetUsers.find(({ userId }) => userId === given.userId)
  const user = { userName: '', userEmail: '', userLanguage: '', ...(preset ?? ADA), userId: 'test-user', ...given }
  const isPreset = preset !== undefined && JSON.stringify(preset) === JSON.stringify({ ...preset, ...given })
  return { user: user.userId, users: isPreset ? [] : [user] }
}

/** The page would replace values that are not valid. A test must not pass with them. */
function valid(given: SandboxSetup): SandboxSetup {
  const { setup, notices } = parseSetup(JSON.parse(JSON.stringify(given)))
  if (notices.length > 0) throw new TypeError(`home: an option is not valid. ${notices.join(' ')}`)
  return setup
}
