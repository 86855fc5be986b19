import type { Check, Report } from './rule-check.js'
import { at, isObjectPlace, itemsIn, type Place } from './manifest-view.js'

/** Checks the events that the plug-in's back end receives. */
export const checkBackEnd: Check = ({ root }, report) => {
  const lifecycle = at(root, 'lifecycle')
  const events = isObjectPlace(lifecycle) ? itemsIn(at(lifecycle, 'events')) : []
  checkPair(events, ['install', 'uninstall'], report)
  checkPair(events, ['instance_add', 'instance_remove'], report)
  const apiAccess = at(root, 'apiAccess')
  if (!isObjectPlace(apiAccess) || find(events, 'install')) return
  const message =
    'The `install` event probably says which tenant an access token belongs to. Add "install" to the events of `lifecycle`.'
  report('api-access-without-install', apiAccess.pointer, message)
}

function checkPair(events: readonly Place[], [begin, end]: readonly [string, string], report: Report): void {
  const place = find(events, begin)
  if (!place || find(events, end)) return
  const message = `Without "${end}", your back end probably never learns when to delete what it stored for "${begin}". Add "${end}".`
  report('lifecycle-unpaired-event', place.pointer, message)
}

function find(events: readonly Place[], name: string): Place | undefined {
  return events.find(({ value }) => value === name)
}
