/**
 * What plug-ins send, by subject. Extend it by declaration merging for a subject that your host knows beyond the documented ones.
 *
 * @example
 * ```ts
 * declare module '@haiilo-kit/core' {
 *   interface PluginSubjects { openProfile: { userId: string } }
 * }
 * ```
 */
export interface PluginSubjects {
  /** Plug-in to host, any time after the handshake: the height that the frame needs, in CSS pixels. */
  setHeight: { readonly height: number }
  /** Configuration view to host, in answer to `save`: `true` nothing to store, `false` do not save, or the values to store. */
  setConfig: { readonly data: boolean | Readonly<Record<string, unknown>> }
}

/** What hosts send of their own accord, by subject, with the claims that come with it. Extend it by declaration merging. */
export interface HostSubjects {
  /** Host to configuration view: the person pressed "save". */
  save: Readonly<Record<string, unknown>>
  /** Older hosts to plug-in: the page entered or left its edit mode. */
  edit: { readonly 'stt.edit': boolean; readonly 'stt.action'?: string }
}

/** A subject that may be sent: one that is typed, or any other text. */
export type PluginSubject = keyof PluginSubjects | (string & {})

/** The payload of a subject: as registered, or any record for a subject that nobody registered. */
export type PayloadOf<Subject> = Subject extends keyof PluginSubjects
  ? PluginSubjects[Subject]
  : Readonly<Record<string, unknown>> | undefined

/**
 * The type itself, with `never` in place of each member that cannot be posted: functions, symbols, promises, objects with methods
 * (HTML, structured clone). `any` and `unknown` pass: their values are checked when they are sent.
 *
 * @example
 * ```ts
 * function save<Payload extends object>(payload: Payload & Cloneable<Payload>) {}
 * ```
 */
export type Cloneable<T> = unknown extends T
  ? T
  : T extends string | number | bigint | boolean | null | undefined | CloneableObject
    ? T
    : T extends ReadonlyMap<infer Key, infer Value>
      ? ReadonlyMap<Cloneable<Key>, Cloneable<Value>>
      : T extends ReadonlySet<infer Value>
        ? ReadonlySet<Cloneable<Value>>
        : T extends LiveObject
          ? never
          : { [Name in keyof T]: Cloneable<T[Name]> }

type CloneableObject = Date | RegExp | ArrayBuffer | ArrayBufferView | Blob | Error
type LiveObject =
  symbol | PromiseLike<unknown> | ((...args: never) => unknown) | (abstract new (...args: never) => unknown)

/** A subject that a host may send of its own accord. */
export type HostSubject = keyof HostSubjects | (string & {})

/** The claims that come with a subject of the host. */
export type ClaimsOf<Subject> = Claims & (Subject extends keyof HostSubjects ? HostSubjects[Subject] : unknown)

/** The claims of a verified token: a frozen record without a prototype, at every depth. */
export type Claims = Readonly<Record<string, unknown>>
