import { backEndEvents } from '../contract/back-end-entry.js'
import { eventUrls } from '../contract/event-urls.js'
import type { PluginState } from '../contract/plugin-state.js'
import { WIDGET_ID } from '../setup/limits.js'
import type { EventToSend } from './create-tenants.js'
import { HttpError } from './json.js'

/**
 * Reads which event the page wants to send. The URL comes only from the manifest.
 *
 * @throws {HttpError} 400: the manifest does not list the event, or a value is not valid.
 */
export function eventToSend(given: Readonly<Record<string, unknown>>, plugin: PluginState): EventToSend {
  const event = backEndEvents.find((each) => each === given['event'])
  const url = event && eventUrls(plugin).get(event)
  if (!event || url === undefined) throw new HttpError(400, 'The manifest does not contain this event.')
  if (!event.startsWith('instance_')) return { event, url, instanceId: undefined }
  const { instanceId } = given
  if (typeof instanceId !== 'string' || !WIDGET_ID.test(instanceId))
    throw new HttpError(400, 'Expected the id of a widget.')
  return { event, url, instanceId }
}
