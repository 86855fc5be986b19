/**
 * The payloads of messages from plug-ins, by subject. If your host knows other subjects, add them by declaration merging.
 *
 * @example
 * ```ts
 * declare module '@haiilo-kit/core' {
 *   interface PluginSubjects { openProfile: { userId: string } }
 * }
 * ```
 */
export interface PluginSubjects {
  /** From the plug-in, at any time after the handshake: the height that the frame needs, in CSS pixels. */
  setHeight: { readonly height: number }
  /** From the configuration view, as the response to `save`: `true` for nothing to store, `false` for do not save, or the values to store. */
  setConfig: { readonly data: boolean | Readonly<Record<string, unknown>> }
}

/** The claims of notifications from hosts, by subject. Add other subjects by declaration merging. */
export interface HostSubjects {
  /** To the configuration view: the user pressed "save". */
  save: Readonly<Record<string, unknown>>
  /** To the plug-in, from older hosts: the page entered or left its edit mode. */
  edit: { readonly 'stt.edit': boolean; readonly 'stt.action'?: string }
}

/** A subject that can be sent: one of {@link PluginSubjects}, or any other string. */
export type PluginSubject = keyof PluginSubjects | (string & {})

/** The payload of a subject: the type in {@link PluginSubjects}, or any record for other subjects. */
export type PayloadOf<Subject> = Subject extends keyof PluginSubjects
  ? PluginSubjects[Subject]
  : Readonly<Record<string, unknown>> | undefined

/**
 * The same type, with `never` for each member that structured clone refuses: functions, symbols, promises, objects with methods. `any` and
 * `unknown` are allowed: their values are checked when they are sent.
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

/** The subject of a notification: one of {@link HostSubjects}, or any other string. */
export type HostSubject = keyof HostSubjects | (string & {})

/** The claims of a notification with this subject. */
export type ClaimsOf<Subject> = Claims & (Subject extends keyof HostSubjects ? HostSubjects[Subject] : unknown)

/** The claims of a verified token. Every object in it is frozen and has no prototype. */
export type Claims = Readonly<Record<string, unknown>>
