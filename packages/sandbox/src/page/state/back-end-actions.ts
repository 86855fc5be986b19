import type { BackEndEntry, BackEndEventName } from '../../contract/back-end-entry.js'
import { eventUrls } from '../../contract/event-urls.js'
import type { SandboxBackend } from '../../contract/sandbox-backend.js'
import type { BackEndState, PageStore } from './page-state.js'

/** What people do with the author's back end. */
export interface BackEndActions {
  /**
   * Sends an event of the tenant to the author's back end. After a successful `install`, it also sends `access_token`, like a host.
   *
   * @param instanceId The widget, for `instance_add` and `instance_remove`.
   */
  readonly sendEvent: (event: BackEndEventName, instanceId?: string) => Promise<void>
  /** Sends the event of a widget, if people want that and the manifest lists the event. */
  readonly widgetChanged: (event: 'instance_add' | 'instance_remove', instanceId: string) => void
  readonly setSendsAutomatically: (on: boolean) => void
  readonly addEntry: (entry: BackEndEntry) => void
  readonly clear: () => void
}

/** The page shows the last ones. */
const MAX_ENTRIES = 50

export function createBackEndActions(
  { get, update }: PageStore,
  { sendEvent: request }: Pick<SandboxBackend, 'sendEvent'>,
): BackEndActions {
  let count = 0

  function change(changes: Partial<BackEndState>): void {
    update({ backEnd: { ...get().backEnd, ...changes } })
  }

  function addEntry(entry: BackEndEntry): void {
    count += 1
    const entries = [{ key: count, entry }, ...get().backEnd.entries].slice(0, MAX_ENTRIES)
    change({ entries })
    update({ announcement: announcementOf(entry) })
  }

  async function sendOnce(event: BackEndEventName, instanceId: string | undefined): Promise<boolean> {
    change({ waiting: [...get().backEnd.waiting, event] })
    const entry = await request?.(event, instanceId).catch(() => undefined)
    change({ waiting: get().backEnd.waiting.toSpliced(get().backEnd.waiting.indexOf(event), 1) })
    if (entry) addEntry(entry)
    else update({ announcement: 'The event was not sent, because the server of the sandbox does not answer.' })
    return entry?.verdict === 'accepted'
  }

  async function sendEvent(event: BackEndEventName, instanceId?: string): Promise<void> {
    const isAccepted = await sendOnce(event, instanceId)
    const hasApi = eventUrls(get().plugin).has('access_token')
    if (event === 'install' && isAccepted && hasApi) await sendOnce('access_token', undefined)
  }

  return {
    sendEvent,
    widgetChanged(event, instanceId) {
      const { backEnd, plugin } = get()
      if (backEnd.canSend && backEnd.sendsAutomatically && eventUrls(plugin).has(event))
        void sendEvent(event, instanceId)
    },
    setSendsAutomatically: (sendsAutomatically) => change({ sendsAutomatically }),
    addEntry,
    clear() {
      change({ entries: [] })
      update({ announcement: 'The list is empty.' })
    },
  }
}

function announcementOf(entry: BackEndEntry): string {
  if (entry.type === 'notification') return `A notification for ${entry.recipient} arrived.`
  const answer = entry.status === 0 ? 'no answer' : `status ${entry.status}`
  return `${entry.event}: ${answer}. ${entry.explanation}`
}
