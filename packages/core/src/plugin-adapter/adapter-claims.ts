import type { Claims } from '../protocol/subjects.js'

/* eslint-disable @typescript-eslint/no-explicit-any -- the vendor's types use `any`, and code that was written for them must still compile */

/** The claims of a token as they are in it, with dotted names: `claims['ctx.userName']`. */
export type FlatClaims = Readonly<Record<string, any>>

/** The claims of a token, with one object for each group of names: `claims.ctx.userName`, `claims.cfg.canteen`, `claims.stt.edit`. */
export interface AdapterClaims {
  readonly iss: string
  readonly sub: string
  readonly jti: string
  /** Seconds since 1970. */
  readonly iat: number
  /** Seconds since 1970. */
  readonly exp: number
  /** Who looks at the plug-in: `tenantId`, `userId`, and what the manifest requests. */
  readonly ctx: Readonly<Record<string, any>>
  /** The configuration. Absent if nothing is stored. */
  readonly cfg?: Readonly<Record<string, any>>
  /** The state of the page. Absent on hosts that do not send it. */
  readonly stt?: Readonly<Record<string, any>>
  readonly [claim: string]: any
}

/** What `init()` resolves with. */
export interface AdapterData {
  readonly claims: AdapterClaims
  /** The compact JWS. Not enumerable, so that it does not end up in logs. It expires within a minute. */
  readonly token: string
  /** Always `true`: a token that is not valid rejects the promise. */
  readonly validated: true
}

const GROUPED = /^(ctx|cfg|stt)\.(.+)$/s
const DOCUMENTED = ['ctx.tenantId', 'ctx.userId', 'ctx.userName', 'ctx.userEmail', 'ctx.userLanguage']

/** Groups the claims by the part of their name before the first dot. */
export function nestClaims(claims: Claims): AdapterClaims {
  // without a prototype, `__proto__` is an ordinary key
  const nested = Object.create(null) as Record<string, Record<string, unknown>>
  const rest: [string, unknown][] = []
  for (const [name, value] of Object.entries(claims)) {
    const [, group, key] = GROUPED.exec(name) ?? []
    if (group === undefined || key === undefined) rest.push([name, value])
    else (nested[group] ??= Object.create(null) as Record<string, unknown>)[key] = value
  }
  return { ...Object.fromEntries(rest), ...nested } as unknown as AdapterClaims
}

/**
 * Warns if code reads a flat name from an object with nested claims, as the vendor's documentation does. The value is still `undefined`.
 *
 * @param path How to reach the nested claims from `target`, such as `data.claims`.
 * @param flat The flat claims. Their names and the documented names are watched.
 */
export function warnOfFlatNames<T extends object>(
  target: T,
  path: string,
  flat: Claims,
  warn: (message: string) => void,
): T {
  for (const name of new Set([...DOCUMENTED, ...Object.keys(flat)])) {
    const [, group, key] = GROUPED.exec(name) ?? []
    if (group === undefined || key === undefined) continue
    Object.defineProperty(target, name, {
      get() {
        const property = /^[\w$]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`
        warn(`The claims are grouped. Write ${path}.${group}${property} instead of ['${name}'].`)
        return undefined
      },
    })
  }
  return target
}
