import type { PluginView } from '@haiilo-kit/core'

/** One message on the wire and what became of it. Of what the host signed it holds the claims, never the signature. */
export interface WireLogEntry {
  /** Counts up from 1 within one host. */
  readonly id: number
  /** Milliseconds since 1970, by the host's clock. */
  readonly at: number
  readonly direction: 'plugin-to-host' | 'host-to-plugin'
  /** Source id of the page. */
  readonly source: string
  readonly view: PluginView
  /** Absent where the message had none. */
  readonly subject?: string | undefined
  readonly nonce?: string | undefined
  /** `silent`: a frame sent nothing at all after it was loaded. */
  readonly verdict: 'accepted' | 'refused' | 'sent' | 'dropped' | 'silent'
  /** Why it was refused, dropped or silent, or which fault it was sent with. */
  readonly reason?: string | undefined
  /** What the plug-in sent beside issuer, subject and nonce. */
  readonly payload?: unknown
  /** What the host signed. */
  readonly claims?: Readonly<Record<string, unknown>> | undefined
}

export interface WireLog {
  readonly entries: () => readonly WireLogEntry[]
  readonly record: (entry: Omit<WireLogEntry, 'id' | 'at'>) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** Keeps the last 1 000 messages. Its array is replaced with every entry, so that a framework can compare it. */
export function createWireLog(clock: () => number): WireLog {
  const listeners = new Set<() => void>()
  let entries: readonly WireLogEntry[] = Object.freeze([])
  let count = 0
  return {
    entries: () => entries,
    record(entry) {
      entries = Object.freeze([...entries.slice(-999), Object.freeze({ id: ++count, at: clock(), ...entry })])
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
