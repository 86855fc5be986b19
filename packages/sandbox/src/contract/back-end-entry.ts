import type { TenantName } from './hosts.js'

/** The events that a host sends to a back end, in the usual order. */
export const backEndEvents = ['install', 'access_token', 'instance_add', 'instance_remove', 'uninstall'] as const

export type BackEndEventName = (typeof backEndEvents)[number]

/** An event that was sent to the author's back end. It contains no secret. */
export interface SentEventEntry {
  readonly type: 'event'
  readonly tenant: TenantName
  readonly event: BackEndEventName
  /** The widget, for `instance_add` and `instance_remove`. */
  readonly instanceId: string | undefined
  /** Milliseconds since 1970. */
  readonly time: number
  readonly url: string
  /** The header of the token. */
  readonly header: object
  /** The claims of the token. Secrets are replaced. */
  readonly claims: object
  /** 0 if there was no answer. */
  readonly status: number
  /** The start of the answer. */
  readonly body: string
  /** Milliseconds. */
  readonly duration: number
  /** What the host does: it stores the change, the installation fails, or it sends the event again later. */
  readonly verdict: 'accepted' | 'installation-fails' | 'sent-again'
  /** What the host does and what to change, as text for people. */
  readonly explanation: string
}

/** A notification that the author's back end sent to a user. */
export interface NotificationEntry {
  readonly type: 'notification'
  readonly tenant: TenantName
  /** Milliseconds since 1970. */
  readonly time: number
  readonly instanceId: string
  readonly recipient: string
  readonly text: string
}

export type BackEndEntry = SentEventEntry | NotificationEntry
