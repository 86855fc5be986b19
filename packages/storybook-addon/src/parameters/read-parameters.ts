import { excerpt } from '@haiilo-kit/core/token'
import { simulatedFaults } from '@haiilo-kit/simulator'
import type { HaiiloHostParameters } from './haiilo-host-parameters.js'

type Rule = readonly [isValid: (value: unknown) => boolean, expected: string]

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isOneOf =
  (...names: readonly unknown[]) =>
  (value: unknown) =>
    names.includes(value)

const RULES: Readonly<Record<keyof HaiiloHostParameters, Rule>> = {
  config: [isObject, 'an object with the stored values, such as { canteen: "north" }'],
  connection: [isObject, 'an object with options of createHaiiloHost(), such as { timeout: 300 }'],
  editing: [isOneOf(true, false), 'true or false'],
  fault: [isOneOf(...simulatedFaults), `one of ${simulatedFaults.join(', ')}`],
  fixture: [
    (value) => isObject(value) && typeof value['create'] === 'function',
    'the result of defineHostFixture() of @haiilo-kit/simulator',
  ],
  latency: [(value) => Number.isFinite(value) && Number(value) >= 0, 'a number of milliseconds'],
  manifest: [isObject, 'the content of manifest.json as an object'],
  subjects: [
    (value) => isObject(value) && Object.values(value).every((handler) => typeof handler === 'function'),
    'an object with a function for each subject',
  ],
  user: [isObject, 'an object such as { userName: "Ada" }'],
  view: [isOneOf('plugin', 'config'), '"plugin" or "config"'],
}

/** Options of the connection that the add-on sets. */
const OWN_OPTIONS = ['algorithms', 'clock', 'embedders', 'source', 'transport', 'trust', 'view']

/**
 * Checks the parameter `haiiloHost` of a story.
 *
 * @returns The parameters that have a value; `undefined` if the story has no host.
 * @throws {TypeError} The parameter is invalid. The message names it and says what is expected.
 */
export function readParameters(parameter: unknown): HaiiloHostParameters | undefined {
  if (parameter === false) return undefined
  if (parameter === undefined) return {}
  if (!isObject(parameter))
    throw new TypeError(
      'parameters.haiiloHost: expected an object, such as { user: { userName: "Ada" } }, or false for a story without a host.',
    )
  const given = Object.entries(parameter).filter(([, value]) => value !== undefined)
  for (const [name, value] of given) check(name, value)
  return Object.fromEntries(given)
}

function check(name: string, value: unknown): void {
  const rule = Object.entries(RULES).find(([known]) => known === name)?.[1]
  if (!rule)
    throw new TypeError(
      `parameters.haiiloHost.${name}: there is no such parameter. There are: ${Object.keys(RULES).join(', ')}.`,
    )
  const [isValid, expected] = rule
  if (!isValid(value))
    throw new TypeError(`parameters.haiiloHost.${name}: ${describe(value)} is not valid. Use ${expected}.`)
  const own = name === 'connection' && OWN_OPTIONS.find((option) => Object.hasOwn(value as object, option))
  if (own)
    throw new TypeError(
      `parameters.haiiloHost.connection.${own}: the add-on sets this option, so that a story trusts only its own simulated host. Remove it.`,
    )
}

function describe(value: unknown): string {
  return typeof value === 'object' || typeof value === 'function' ? 'this value' : `“${excerpt(value)}”`
}
