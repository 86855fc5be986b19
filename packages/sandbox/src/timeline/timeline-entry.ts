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
  /** What the plug-in sent beside issuer, subject and nonce. */
  readonly payload?: unknown
  /** Header and claims of the token that the host sent. */
  readonly header?: Values | undefined
  readonly claims?: Values | undefined
  /** What a correct plug-in does about it, where it was sent with a fault. */
  readonly expected?: string | undefined
  /** Posts the message again. Absent where nobody can. */
  readonly sendAgain?: (() => boolean) | undefined
}

/** A message in the timeline; its id counts up from 1. */
export interface TimelineEntry extends TimelineMessage {
  readonly id: number
}

/**
 * A message as the simulated host logged it.
 *
 * @param sendAgain `sendAgain` of that host.
 */
export function messageOfHost(
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

/** A message as `onWire` of the plug-in's connection reported it. */
export function messageOfPlugin(
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

/** The error codes that a text names. */
export function errorCodes(text: string | undefined): readonly string[] {
  return [...new Set(text?.match(/\bERR_[A-Z_]+\b/g))]
}
