import type { SimulatedHostOptions } from '@haiilo-kit/simulator'
import { redact } from './redact.js'
import { sourceOf } from './source-of.js'
import type { TimelineEntry } from './timeline-entry.js'
import { toJson } from './to-json.js'

/** What one instance was shown with. */
export interface RecordedSituation {
  /** Source id of the instance. */
  readonly instance: string
  readonly entryPoint?: string | undefined
  readonly options: Pick<
    SimulatedHostOptions,
    'user' | 'config' | 'globalConfig' | 'editing' | 'sandbox' | 'latency' | 'fault'
  >
}

/** Claims that every token has, and that no test compares. */
const CHANGING: ReadonlySet<string> = new Set(['iss', 'sub', 'jti', 'iat', 'exp', 'nbf', 'ctx.userEmail'])

/**
 * A module with a `defineHostFixture` for each instance, and what went over the wire. It holds no token and no e-mail address.
 *
 * @returns TypeScript.
 */
export function recordFixture(
  situations: readonly RecordedSituation[],
  entries: readonly Omit<TimelineEntry, 'id'>[],
): string {
  const names = new Map<string, string>()
  for (const { instance } of situations) names.set(instance, identifier(instance, names))
  const fixtures = situations.map((situation) => fixtureSource(situation, names.get(situation.instance) ?? 'home'))
  return [
    "import { defineHostFixture } from '@haiilo-kit/simulator'\n",
    ...fixtures,
    `/** What went over the wire, oldest first. */\nexport const messages = ${sourceOf(entries.map(messageOf))}\n`,
  ].join('\n')
}

function fixtureSource({ instance, entryPoint, options }: RecordedSituation, name: string): string {
  const { user, editing, latency, ...others } = options
  const { userEmail: _userEmail, ...person } = user ?? {}
  const fixture = {
    name: `${person.userName || person.userId || 'somebody'}, ${instance}`,
    user: person,
    ...(editing && { editing }),
    ...(latency && { latency }),
    ...others,
  }
  const usage = entryPoint === undefined ? '{ manifest }' : `{ manifest, entryPoint: ${sourceOf(clean(entryPoint))} }`
  const heading = `/** Open it with \`${name}.create(${usage})\`. */`.replaceAll('*/ ', '* / ')
  return `${heading}\nexport const ${name} = defineHostFixture(${sourceOf(clean(fixture))})\n`
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
  const own = claims && Object.fromEntries(Object.entries(claims).filter(([name]) => !CHANGING.has(name)))
  return clean({ instance, direction, subject, verdict, reason, ...(own ? { claims: own } : { payload }) })
}

/** JSON without what must not leave this machine. */
function clean(value: unknown): unknown {
  return redact(JSON.parse(toJson(value)))
}

/** A name for a constant that no other instance has. */
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
