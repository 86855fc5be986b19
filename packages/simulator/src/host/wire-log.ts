import type { PluginView } from '@haiilo-kit/core'

/** One logged message, or a frame that sent none. For signed messages it contains header and claims but not the signature. */
export interface WireLogEntry {
  /** Counts up from 1 within one host. */
  readonly id: number
  /** Milliseconds since 1970, by the host's clock. */
  readonly at: number
  readonly direction: 'plugin-to-host' | 'host-to-plugin'
  /** Source id of the page. */
  readonly source: string
  readonly view: PluginView
  /** `undefined` if the message had no subject. */
  readonly subject?: string | undefined
  /** `undefined` if the message had no nonce. */
  readonly nonce?: string | undefined
  /** `accepted` and `refused` are for messages of the plug-in, `sent` and `dropped` for messages of the host. `silent`: a frame sent no message. */
  readonly verdict: 'accepted' | 'refused' | 'sent' | 'dropped' | 'silent'
  /** Why the message was refused or dropped, why the frame may be silent, or the fault under which the message was sent. */
  readonly reason?: string | undefined
  /** The plug-in's message without issuer, subject and nonce. */
  readonly payload?: unknown
  /** The header of the token that the host sent. */
  readonly header?: Readonly<Record<string, unknown>> | undefined
  /** The claims that the host signed. */
  readonly claims?: Readonly<Record<string, unknown>> | undefined
}

export interface WireLog {
  readonly entries: () => readonly WireLogEntry[]
  /** @returns The id of the entry. */
  readonly record: (entry: Omit<WireLogEntry, 'id' | 'at'>) => number
  readonly subscribe: (listener: () => void) => () => void
}

/** Creates a log of the last 1,000 messages. Every entry creates a new array, so that frameworks can detect the change by identity. */
export function createWireLog(clock: () => number): WireLog {
  const listeners = new Set<() => void>()
  let entries: readonly WireLogEntry[] = Object.freeze([])
  let count = 0
  return {
    entries: () => entries,
    record(entry) {
      const id = ++count
      entries = Object.freeze([...entries.slice(-999), Object.freeze({ id, at: clock(), ...entry })])
      for (const listener of listeners) listener()
      return id
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
