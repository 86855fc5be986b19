import type { PluginView, WireEntry } from '@haiilo-kit/core'
import { describeFault, simulatedFaults, type WireLogEntry } from '@haiilo-kit/simulator'

type Values = Readonly<Record<string, unknown>>

/** One message of one instance, as one of the two sides saw it. */
export interface TimelineMessage {
  /** Milliseconds since 1970. */
  readonly at: number
  /** Source id of the instance. */
  readonly instance: string
  readonly view: PluginView
  readonly seenBy: 'host' | 'plug-in'
  readonly direction: 'plugin-to-host' | 'host-to-plugin'
  readonly subject?: string | undefined
  readonly nonce?: string | undefined
  readonly verdict: WireLogEntry['verdict'] | 'ignored'
  readonly reason?: string | undefined
  /** What the plug-in sent, without issuer, subject and nonce. */
  readonly payload?: unknown
  /** Header and claims of the token that the host sent. */
  readonly header?: Values | undefined
  readonly claims?: Values | undefined
  /** How a correct plug-in reacts, if the message has a fault. */
  readonly expected?: string | undefined
  /** Posts the message again. Absent if that is impossible. */
  readonly sendAgain?: (() => boolean) | undefined
}

/** A message in the timeline. Ids start at 1 and increase. */
export interface TimelineEntry extends TimelineMessage {
  readonly id: number
}

/**
 * Converts an entry of the simulated host's log.
 *
 * @param sendAgain `sendAgain` of that host.
 */
export function timelineMessageFromHost(
  { id, source, ...entry }: WireLogEntry,
  sendAgain?: (id: number) => boolean,
): TimelineMessage {
  const fault = simulatedFaults.find((name) => name === entry.reason)
  return {
    ...entry,
    instance: source,
    seenBy: 'host',
    ...(fault && { expected: describeFault(fault).reaction }),
    ...(sendAgain && entry.verdict === 'sent' && { sendAgain: () => sendAgain(id) }),
  }
}

/** Converts an entry that the plug-in's connection passed to `onWire`. */
export function timelineMessageFromPlugin(
  { direction, payload, type, size, ...entry }: WireEntry,
  { instance, view }: Pick<TimelineMessage, 'instance' | 'view'>,
): TimelineMessage {
  const received = direction === 'in'
  return {
    ...entry,
    instance,
    view,
    seenBy: 'plug-in',
    direction: received ? 'host-to-plugin' : 'plugin-to-host',
    payload: received || payload === undefined ? { type, size } : payload,
    ...(received && payload && { claims: payload }),
  }
}

/** The error codes in a text. */
export function findErrorCodes(text: string | undefined): readonly string[] {
  return [...new Set(text?.match(/\bERR_[A-Z_]+\b/g))]
}
