import { describe, expect, it } from 'vitest'
import { findingsOf } from '../../test/manifest-with.js'

const apiAccess = { url: 'event/', client: { mode: ['authorization_code'], scope: ['plugin:notify'] } }

function lifecycle(...events: string[]): Record<string, unknown> {
  return { url: 'lifecycle/', events }
}

describe('the events of the back end', () => {
  it.each<[name: string, members: Record<string, unknown>, found: string[]]>([
    ['all', { lifecycle: lifecycle('install', 'uninstall', 'instance_add', 'instance_remove'), apiAccess }, []],
    ['of installing alone', { lifecycle: lifecycle('install') }, ['lifecycle-unpaired-event /lifecycle/events/0']],
    [
      'of new instances alone',
      { lifecycle: lifecycle('instance_add') },
      ['lifecycle-unpaired-event /lifecycle/events/0'],
    ],
    ['of uninstalling alone', { lifecycle: lifecycle('uninstall', 'instance_remove') }, []],
    ['of tokens alone', { apiAccess }, ['api-access-without-install /apiAccess']],
    [
      'of tokens and instances',
      { lifecycle: lifecycle('instance_add', 'instance_remove'), apiAccess },
      ['api-access-without-install /apiAccess'],
    ],
    [
      'of tokens, by an event that is none',
      { lifecycle: lifecycle('install', 'uninstall', 'access_token') },
      ['lifecycle-access-token /lifecycle/events/2'],
    ],
  ])('%s', (_, members, found) => {
    expect(findingsOf(members)).toEqual(found)
  })
})
