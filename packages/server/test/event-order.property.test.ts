import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventName, InstallationEvent, InstanceEvent } from '../src/index.js'
import { createScene, post, sharedTenant } from './scene.js'
import { NOW_SECONDS } from './tenant.js'

/** An event as the host issued it. A repetition has the same token. */
interface Issued {
  readonly event: EventName
  readonly eventAt: number
  readonly instanceId?: string
}

/** What happened in the tenant, and what the host believes at the end. */
interface History {
  readonly events: readonly Issued[]
  readonly isInstalled: boolean
  readonly instances: readonly string[]
  /** The instances of earlier installations. They stay if the `uninstall` arrives after the next `install`, which it must not undo. */
  readonly former: ReadonlySet<string>
}

/** Seconds between two events. Longer than the clocks of the host's servers differ, and leaves room for other signatures in between. */
const PAUSE = 30
/** Seconds before the next event at which the first of the events that wait is signed again. */
const SIGNED_BEFORE = 24
const MAX_EVENTS = 15

const tokens = new Map<string, Promise<string>>()

/** Signs each event once for all runs, because it takes long. */
async function tokenOf(issued: Issued): Promise<string> {
  const id = JSON.stringify(issued)
  const { event, eventAt, instanceId } = issued
  const tenant = await sharedTenant()
  const token = tokens.get(id) ?? tenant.signEvent(event, { iat: eventAt, exp: eventAt + 600, jti: id, instanceId })
  tokens.set(id, token)
  return token
}

const actions = fc.array(fc.constantFrom('install', 'uninstall', 'a+', 'a-', 'b+', 'b-'), { maxLength: MAX_EVENTS - 1 })

/** Skips what a host would not do, such as `uninstall` without an installation. */
function historyOf(wanted: readonly string[]): History {
  const events: Issued[] = []
  const present = new Set<string>()
  const former = new Set<string>()
  let isInstalled = false
  for (const [index, action] of ['install', ...wanted].entries()) {
    const eventAt = NOW_SECONDS + index * PAUSE
    if (action === 'install') {
      // the host did not get the 201 of the `install` before, and sends it again
      if (isInstalled && events.at(-1)?.event !== 'install') continue
      events.push({ event: action, eventAt })
      isInstalled = true
      continue
    }
    if (action === 'uninstall') {
      if (isInstalled) events.push({ event: action, eventAt })
      isInstalled = false
      for (const { instanceId } of events) if (instanceId !== undefined) former.add(instanceId)
      present.clear()
      continue
    }
    const instanceId = action.slice(0, 1)
    const isAdded = action.endsWith('+')
    if (!isInstalled || present.has(instanceId) === isAdded) continue
    events.push({ event: isAdded ? 'instance_add' : 'instance_remove', eventAt, instanceId })
    if (isAdded) present.add(instanceId)
    else present.delete(instanceId)
  }
  return { events, isInstalled, instances: [...present].toSorted(), former }
}

describe('events in any order, some of them repeated', () => {
  it('end in the state that the host believes in, and run no handler twice', async () => {
    await fc.assert(
      fc.asyncProperty(actions, fc.infiniteStream(fc.nat(999)), async (wanted, random) => {
        const runs: string[] = []
        const count = ({ event, eventAt, claims }: InstallationEvent | InstanceEvent): void => {
          runs.push(JSON.stringify([event, eventAt, claims['instanceId']]))
        }
        const { backend, store, tenant } = await createScene({
          on: { install: count, uninstall: count, instanceAdd: count, instanceRemove: count },
          clock: () => (NOW_SECONDS + MAX_EVENTS * PAUSE) * 1000,
        })
        const { events, isInstalled, instances, former } = historyOf(wanted)
        const pending: Issued[] = []
        const next = (limit: number): number => random.next().value % limit
        const deliver = async (issued: Issued): Promise<number> =>
          (await post(backend, issued.event, await tokenOf(issued))).status
        const deliverOne = async (): Promise<void> => {
          const [issued] = pending.splice(next(pending.length), 1)
          // an event that was not accepted is sent again
          if (issued && (await deliver(issued)) !== 201) pending.push(issued)
        }

        for (const issued of events) {
          for (let count = next(pending.length + 1); count > 0; count--) await deliverOne()
          if (issued.event === 'install') {
            // the host waits for the answer
            expect(await deliver(issued)).toBe(201)
            if (next(2) === 0) expect(await deliver(issued)).toBe(201)
          } else {
            for (let copies = 1 + next(2); copies > 0; copies--) pending.push(issued)
          }
        }
        for (let attempts = 0; pending.length > 0 && attempts < 200; attempts++) await deliverOne()

        expect(pending).toEqual([])
        const [record] = await store.installationsOf('tenant-1')
        expect(record?.isInstalled).toBe(isInstalled)
        const stored = await store.instancesOf(tenant.installation)
        expect(stored.filter((id) => instances.includes(id) || !former.has(id))).toEqual(instances)
        expect(runs).toEqual([...new Set(runs)])
      }),
      { numRuns: 300 },
    )
  })
})

/** One attempt to deliver an event. */
interface Attempt extends Issued {
  /** Identifies the event of which it is an attempt. */
  readonly of: number
}

/** The events of a thing: the installation, or one widget. */
type Thing = 'installation' | 'a' | 'b'

function thingOf({ instanceId }: Issued): Thing {
  return instanceId === 'a' || instanceId === 'b' ? instanceId : 'installation'
}

/** The newest of some attempts. No two have the same time. */
function newest(attempts: readonly Attempt[], thing: Thing): Attempt | undefined {
  return attempts.filter((each) => thingOf(each) === thing).toSorted((one, two) => two.eventAt - one.eventAt)[0]
}

/** What the attempts say if the order of arrival does not matter: the attempt that was signed last decides. */
function stateAfter(arrived: readonly Attempt[]): { readonly isInstalled: boolean; readonly instances: string[] } {
  const last = newest(arrived, 'installation')
  if (last?.event !== 'install') return { isInstalled: false, instances: [] }
  const sinceInstall = arrived.filter(({ eventAt }) => eventAt > last.eventAt)
  return {
    isInstalled: true,
    instances: ['a', 'b'].filter((id) => newest(sinceInstall, id as Thing)?.event === 'instance_add'),
  }
}

describe('events that the host signs again for each attempt, also long after the opposite event', () => {
  it('end in the state of the last signature, in any order of arrival, and no handler runs twice without the opposite one in between', async () => {
    await fc.assert(
      fc.asyncProperty(actions, fc.infiniteStream(fc.nat(999)), async (wanted, random) => {
        const runs = new Map<Thing, string[]>()
        const record = (issued: InstallationEvent | InstanceEvent): void => {
          const { event, claims } = issued
          const thing = thingOf({ event, eventAt: 0, instanceId: String(claims['instanceId']) })
          // what `uninstall` and `install` have ended can begin again
          if (thing === 'installation') for (const each of ['a', 'b'] as const) runs.get(each)?.push(event)
          runs.set(thing, [...(runs.get(thing) ?? []), event])
        }
        const { backend, store, tenant } = await createScene({
          on: { install: record, uninstall: record, instanceAdd: record, instanceRemove: record },
          clock: () => (NOW_SECONDS + MAX_EVENTS * PAUSE) * 1000,
        })
        const { events, former } = historyOf(wanted)
        const next = (limit: number): number => random.next().value % Math.floor(limit)
        const arrived: Attempt[] = []
        const waiting: Attempt[] = []
        const accepted = new Set<number>()

        async function deliver(attempt: Attempt): Promise<void> {
          const { of, ...issued } = attempt
          const { status } = await post(backend, issued.event, await tokenOf(issued))
          if (status !== 201) return
          accepted.add(of)
          arrived.push(attempt)
        }

        async function deliverOne(): Promise<void> {
          for (const attempt of waiting.splice(next(waiting.length), 1)) await deliver(attempt)
        }

        for (const [of, issued] of events.entries()) {
          // events that wait are signed again, before and after they were accepted: the host may have missed the 201
          for (const [index, earlier] of events.slice(0, of).entries()) {
            const isRepeated = earlier.event !== 'install' && next(accepted.has(index) ? 8 : 3) === 0
            if (isRepeated) waiting.push({ ...earlier, of: index, eventAt: issued.eventAt - SIGNED_BEFORE + index })
          }
          for (let count = next(waiting.length / 2 + 1); count > 0; count--) await deliverOne()
          if (issued.event === 'install') await deliver({ ...issued, of })
          else waiting.push({ ...issued, of })
        }
        while (waiting.length > 0) await deliverOne()

        const expected = stateAfter(arrived)
        const [stored] = await store.installationsOf('tenant-1')
        expect(stored?.isInstalled).toBe(expected.isInstalled)
        const instances = await store.instancesOf(tenant.installation)
        expect(instances.filter((id) => expected.instances.includes(id) || !former.has(id))).toEqual(expected.instances)
        for (const [thing, ran] of runs)
          expect([thing, ran.filter((event, index) => event === ran[index - 1])]).toEqual([thing, []])
      }),
      { numRuns: 150 },
    )
  })
})
