import { BackendError } from '../errors.js'
import { withDeadline } from '../lib/with-deadline.js'
import type { HaiiloStore, StoreChange } from '../store/haiilo-store.js'

/** The shortest time between two attempts, in milliseconds. Anyone can request the health of a back end, as often as they like. */
const INTERVAL = 30_000

/** Changes nothing, because nobody has installed it. */
const NO_CHANGE: StoreChange = {
  type: 'credentials',
  installation: { issuer: '', tenantId: '', pluginId: '' },
  sealed: '',
}

/**
 * Creates a function that says whether the store accepts changes. It does what an event does: it takes a lease, and commits. The answer is up
 * to 30 s old.
 *
 * @param limit How long an attempt may take, in milliseconds.
 * @param onFailure Gets the error of each attempt that failed.
 */
export function createWriteProbe(
  store: HaiiloStore,
  limit: number,
  onFailure: (error: unknown) => void,
): () => Promise<boolean> {
  let startedAt = -Infinity
  let latest = Promise.resolve(true)

  async function write(): Promise<void> {
    const lease = await store.acquire('health', limit)
    // without a lease, another process is writing at this moment
    if (lease) await store.commit(lease, NO_CHANGE)
  }

  async function attempt(): Promise<boolean> {
    try {
      const { isLate } = await withDeadline(write, limit)
      if (isLate) throw new BackendError('ERR_STORE_UNAVAILABLE', `The store did not accept a change in ${limit} ms.`)
      return true
    } catch (error) {
      onFailure(error)
      return false
    }
  }

  return () => {
    if (performance.now() - startedAt >= INTERVAL) {
      startedAt = performance.now()
      latest = attempt()
    }
    return latest
  }
}
