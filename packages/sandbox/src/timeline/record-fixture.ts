import type { SimulatedHostOptions } from '@haiilo-kit/simulator'
import { redact } from './redact.js'
import { toTypeScript } from './to-typescript.js'
import type { TimelineEntry } from './timeline-entry.js'
import { toJson } from './to-json.js'

/** The options of one instance. */
export interface RecordedInstance {
  /** Source id of the instance. */
  readonly instance: string
  readonly entryPoint?: string | undefined
  readonly options: Pick<
    SimulatedHostOptions,
    'user' | 'config' | 'globalConfig' | 'editing' | 'sandbox' | 'latency' | 'fault'
  >
}

/** Claims that differ in every token, and the e-mail address. */
const OMITTED_CLAIMS: ReadonlySet<string> = new Set(['iss', 'sub', 'jti', 'iat', 'exp', 'nbf', 'ctx.userEmail'])

/**
 * Creates a module with a `defineHostFixture` for each instance, and the messages. It contains no token and no e-mail address.
 *
 * @returns TypeScript source.
 */
export function recordFixture(
  instances: readonly RecordedInstance[],
  entries: readonly Omit<TimelineEntry, 'id'>[],
): string {
  const names = new Map<string, string>()
  for (const { instance } of instances) names.set(instance, identifier(instance, names))
  const fixtures = instances.map((recorded) => fixtureSource(recorded, names.get(recorded.instance) ?? 'home'))
  return [
    "import { defineHostFixture } from '@haiilo-kit/simulator'\n",
    ...fixtures,
    `/** The messages, oldest first. */\nexport const messages = ${toTypeScript(entries.map(messageOf))}\n`,
  ].join('\n')
}

function fixtureSource({ instance, entryPoint, options }: RecordedInstance, name: string): string {
  const { user, editing, latency, ...others } = options
  const { userEmail: _userEmail, ...person } = user ?? {}
  const fixture = {
    name: `${person.userName || person.userId || 'somebody'}, ${instance}`,
    user: person,
    ...(editing && { editing }),
    ...(latency && { latency }),
    ...others,
  }
  const usage =
    entryPoint === undefined ? '{ manifest }' : `{ manifest, entryPoint: ${toTypeScript(clean(entryPoint))} }`
  const heading = `/** Open it with \`${name}.create(${usage})\`. */`.replaceAll('*/ ', '* / ')
  return `${heading}\nexport const ${name} = defineHostFixture(${toTypeScript(clean(fixture))})\n`
}

function messageOf({
  instance,
  direction,
  subject,
  verdict,
  reason,
  payload,
  claims,
}: Omit<TimelineEntry, 'id'>): unknown {
  const own = claims && Object.fromEntries(Object.entries(claims).filter(([name]) => !OMITTED_CLAIMS.has(name)))
  return clean({ instance, direction, subject, verdict, reason, ...(own ? { claims: own } : { payload }) })
}

/** A JSON value without tokens and e-mail addresses. */
function clean(value: unknown): unknown {
  return redact(JSON.parse(toJson(value)))
}

/** A constant name that is unique among the instances. */
function identifier(instance: string, taken: ReadonlyMap<string, string>): string {
  const plain = instance.replaceAll(/\W/g, '_')
  const name = /^[a-z_]/i.test(plain) && !RESERVED.has(plain) ? plain : `home_${plain}`
  return [...taken.values()].includes(name) ? `${name}_${taken.size}` : name
}

const RESERVED: ReadonlySet<string> = new Set(
  (
    'messages defineHostFixture break case catch class const continue debugger default delete do else enum export extends false finally ' +
    'for function if import in instanceof new null return super switch this throw true try typeof var void while with yield let static ' +
    'implements interface package private protected public await eval arguments'
  ).split(' '),
)
