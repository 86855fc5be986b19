import type { SandboxBackend } from '../../contract/sandbox-backend.js'
import { LIMITS, setupFragment } from '../../setup/index.js'
import type { SandboxAddress } from '../backend/sandbox-address.js'
import type { PageStore } from './page-state.js'

/** Saves the set-up in the address and in the backend. */
export interface SetupSaver {
  /** Saves unsaved changes now. */
  readonly save: () => void
}

/** Milliseconds between the last change and saving it. */
const DELAY = 300

/** Saves each change of the set-up after a short delay, and again when the server is back after a failed save. */
export function createSetupSaver(
  store: PageStore,
  { backend, address }: { readonly backend: SandboxBackend; readonly address: SandboxAddress | undefined },
): SetupSaver {
  let { setup, serverReachable } = store.get()
  let timer: ReturnType<typeof setTimeout> | undefined
  let unsaved = false

  function save(): void {
    clearTimeout(timer)
    if (!unsaved) return
    unsaved = false
    const link = setupFragment(setup)
    if (link.length <= LIMITS.fragment) address?.write(link)
    backend.saveSetup(setup).catch(() => (unsaved = true))
  }

  store.subscribe((state) => {
    const changed = state.setup !== setup
    const isBack = state.serverReachable && !serverReachable
    ;({ setup, serverReachable } = state)
    if (changed) {
      unsaved = true
      clearTimeout(timer)
      timer = setTimeout(save, DELAY)
    }
    if (isBack) save()
  })
  return { save }
}
