import { describe, expect, it } from 'vitest'
import type { InstallationRecord, InstanceRecord } from '../store/haiilo-store.js'
import { decide, type Decision } from './decide.js'
import type { EventName } from './events.js'

const issuer = 'https://home.example.com'
const ours = { issuer, tenantId: 'tenant-1', pluginId: 'plugin-1' }
const installed = (eventAt: number): InstallationRecord => ({ ...ours, isInstalled: true, eventAt })
const uninstalled = (eventAt: number): InstallationRecord => ({ ...ours, isInstalled: false, eventAt })
const present = (eventAt: number): InstanceRecord => ({ ...ours, instanceId: 'i', isPresent: true, eventAt })
const removed = (eventAt: number): InstanceRecord => ({ ...ours, instanceId: 'i', isPresent: false, eventAt })
const otherPlugin = { ...installed(1), pluginId: 'plugin-2' }
const otherIssuer = { ...installed(1), issuer: 'https://other.example.com' }

describe('decide', () => {
  it.each<[EventName, string, readonly InstallationRecord[], InstanceRecord | undefined, Decision]>([
    ['install', 'of a new tenant', [], undefined, 'run'],
    ['install', 'after an uninstall', [uninstalled(9)], undefined, 'run'],
    ['install', 'in the second of the uninstall', [uninstalled(10)], undefined, 'run'],
    ['install', 'that is repeated', [installed(10)], undefined, 'done'],
    ['install', 'that is repeated with a new signature', [installed(5)], undefined, 'renew'],
    ['install', 'that is repeated with an older signature', [installed(11)], undefined, 'done'],
    ['install', 'that arrives after its uninstall', [uninstalled(11)], undefined, 'done'],
    ['install', 'of another plug-in in the tenant', [otherPlugin], undefined, 'run'],
    ['install', 'with the tenant id of another issuer', [otherIssuer], undefined, 'moved'],
    [
      'install',
      'with a tenant id that another issuer has uninstalled',
      [{ ...otherIssuer, isInstalled: false }],
      undefined,
      'run',
    ],
    ['uninstall', 'of an installed plug-in', [installed(5)], undefined, 'run'],
    ['uninstall', 'that is repeated', [uninstalled(10)], undefined, 'done'],
    ['uninstall', 'that is repeated with a new signature', [uninstalled(5)], undefined, 'renew'],
    ['uninstall', 'of an earlier installation', [installed(11)], undefined, 'done'],
    ['uninstall', 'in the second of the install', [installed(10)], undefined, 'run'],
    ['uninstall', 'of a plug-in that is not ours', [otherPlugin], undefined, 'done'],
    ['uninstall', 'of an unknown tenant', [], undefined, 'done'],
    ['instance_add', 'of an installed plug-in', [installed(5)], undefined, 'run'],
    ['instance_add', 'before its install', [], undefined, 'early'],
    ['instance_add', 'before its second install', [uninstalled(9)], undefined, 'early'],
    ['instance_add', 'of an earlier installation', [installed(16)], undefined, 'done'],
    ['instance_add', 'signed with a clock that differs from that of its install', [installed(15)], undefined, 'run'],
    ['instance_add', 'after its uninstall', [uninstalled(11)], undefined, 'done'],
    ['instance_add', 'of a plug-in that is not ours', [otherPlugin], undefined, 'early'],
    ['instance_add', 'that is repeated', [installed(5)], present(10), 'done'],
    ['instance_add', 'that is repeated with a new signature', [installed(5)], present(8), 'renew'],
    ['instance_add', 'that arrives after its removal', [installed(5)], removed(11), 'done'],
    ['instance_add', 'of an instance that was removed before', [installed(5)], removed(8), 'run'],
    ['instance_remove', 'of a present instance', [installed(5)], present(8), 'run'],
    ['instance_remove', 'before its instance_add', [installed(5)], undefined, 'run'],
    ['instance_remove', 'that is repeated', [installed(5)], removed(10), 'done'],
    ['instance_remove', 'that is repeated with a new signature', [installed(5)], removed(8), 'renew'],
    ['instance_remove', 'of an earlier life of the instance', [installed(5)], present(11), 'done'],
    ['instance_remove', 'of an earlier installation', [installed(16)], undefined, 'done'],
    ['instance_remove', 'signed with a clock that differs from that of its install', [installed(15)], undefined, 'run'],
    ['instance_remove', 'after its uninstall', [uninstalled(9)], undefined, 'done'],
    ['instance_remove', 'of a plug-in that is not ours', [otherPlugin], undefined, 'done'],
    ['access_token', 'of an installed plug-in', [installed(5)], undefined, 'run'],
    ['access_token', 'of an earlier installation', [installed(16)], undefined, 'done'],
    ['access_token', 'before its install', [], undefined, 'early'],
    ['access_token', 'after its uninstall', [uninstalled(9)], undefined, 'early'],
    ['access_token', 'of a plug-in that is not ours', [otherPlugin], undefined, 'early'],
  ])('%s %s', (event, _, records, instance, decision) => {
    expect(decide({ event, issuer, pluginId: 'plugin-1', eventAt: 10, instanceId: 'i' }, records, instance)).toBe(
      decision,
    )
  })
})
