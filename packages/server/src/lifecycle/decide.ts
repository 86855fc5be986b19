import type { InstallationRecord, InstanceRecord } from '../store/haiilo-store.js'
import type { InstallationEvent, InstanceEvent } from './events.js'

/**
 * What to do with an event:
 *
 * - `run`: run the handler and store the change.
 * - `done`: answer that it was handled. It is a repetition, a newer event has replaced it, or it concerns a plug-in that is not ours.
 * - `early`: the event before it has not arrived. The host must send it again.
 * - `moved`: the tenant id belongs to another issuer.
 */
export type Decision = 'run' | 'done' | 'early' | 'moved'

type Event = Pick<InstallationEvent, 'event' | 'issuer' | 'pluginId' | 'eventAt'> &
  Partial<Pick<InstanceEvent, 'instanceId'>>

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
  switch (event.event) {
    case 'install':
      return known && (known.isInstalled || known.eventAt > event.eventAt) ? 'done' : 'run'
    case 'uninstall':
      return known?.isInstalled && known.eventAt <= event.eventAt ? 'run' : 'done'
    case 'instance_add':
      if (!known?.isInstalled) return known && known.eventAt >= event.eventAt ? 'done' : 'early'
      return instance && (instance.isPresent || instance.eventAt >= event.eventAt) ? 'done' : 'run'
    case 'instance_remove':
      if (!known?.isInstalled) return 'done'
      return instance && (!instance.isPresent || instance.eventAt > event.eventAt) ? 'done' : 'run'
    case 'access_token':
      return known?.isInstalled ? 'run' : 'early'
  }
}
