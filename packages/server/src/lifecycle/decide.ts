import type { InstallationRecord, InstanceRecord } from '../store/haiilo-store.js'
import type { InstallationEvent, InstanceEvent } from './events.js'

/**
 * What to do with an event:
 *
 * - `run`: run the handler and store the change.
 * - `renew`: store that the host has said the same again, and run no handler. A late event from before that moment must change nothing: if an
 *   `uninstall` is delayed until after the next `install`, the installation must stay.
 * - `done`: answer that it was handled. It is a repetition, a newer event has replaced it, or it concerns a plug-in that is not ours.
 * - `early`: the event before it has not arrived. The host must send it again.
 * - `moved`: the tenant id belongs to another issuer.
 */
export type Decision = 'run' | 'renew' | 'done' | 'early' | 'moved'

type Event = Pick<InstallationEvent, 'event' | 'issuer' | 'pluginId' | 'eventAt'> &
  Partial<Pick<InstanceEvent, 'instanceId'>>

/** In seconds. How much the clocks of the servers that sign events can differ. A tenant needs longer to uninstall and install a plug-in. */
export const CLOCK_DIFFERENCE = 5

/**
 * Decides by the state that earlier events have left, not by the id of the event: the host signs an event again when it retries, so a
 * repetition has another id.
 *
 * @param records All records with the tenant id of the event.
 */
export function decide(
  event: Event,
  records: readonly InstallationRecord[],
  instance: InstanceRecord | undefined,
): Decision {
  if (records.some(({ isInstalled, issuer }) => isInstalled && issuer !== event.issuer)) return 'moved'
  const known = records.find(({ issuer, pluginId }) => issuer === event.issuer && pluginId === event.pluginId)
  const repeated = ({ eventAt }: { readonly eventAt: number }): Decision => (eventAt < event.eventAt ? 'renew' : 'done')
  // the host sends other events after the answer to `install`, so it is an event of an earlier installation
  const isFormer = known?.isInstalled === true && event.eventAt < known.eventAt - CLOCK_DIFFERENCE
  switch (event.event) {
    case 'install':
      if (known?.isInstalled) return repeated(known)
      return known && known.eventAt > event.eventAt ? 'done' : 'run'
    case 'uninstall':
      if (!known) return 'done'
      if (!known.isInstalled) return repeated(known)
      return known.eventAt > event.eventAt ? 'done' : 'run'
    case 'instance_add':
      if (isFormer) return 'done'
      if (!known?.isInstalled) return known && known.eventAt >= event.eventAt ? 'done' : 'early'
      if (instance?.isPresent) return repeated(instance)
      return instance && instance.eventAt >= event.eventAt ? 'done' : 'run'
    case 'instance_remove':
      if (!known?.isInstalled || isFormer) return 'done'
      if (instance && !instance.isPresent) return repeated(instance)
      return instance && instance.eventAt > event.eventAt ? 'done' : 'run'
    case 'access_token':
      if (isFormer) return 'done'
      return known?.isInstalled ? 'run' : 'early'
  }
}
