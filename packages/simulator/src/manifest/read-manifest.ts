import { parseUrl } from '../lib/parse-url.js'
import type { ManifestFinding, SimulatedEntryPoint, SimulatedField, SimulatedManifest } from '../host/simulated-host.js'

/** What a simulated host can use of a manifest, and what it cannot. */
export interface ReadManifest {
  /** `undefined` if none was given. */
  readonly manifest: SimulatedManifest | undefined
  readonly findings: readonly ManifestFinding[]
}

/** Notes what is wrong at a place; `undefined` is what the caller goes on with. */
type Report = (pointer: string, message: string) => undefined

/** Reads the parts that the host uses. What is broken is reported and left out; what the host does not use is not looked at. */
export function readManifest(given: unknown): ReadManifest {
  const findings: ManifestFinding[] = []
  const report: Report = (pointer, message) => void findings.push(Object.freeze({ pointer, message }))
  const manifest = given === undefined ? undefined : readRoot(given, report)
  return { manifest, findings: Object.freeze(findings) }
}

function readRoot(given: unknown, report: Report): SimulatedManifest {
  const root = readObject(given, '', 'A manifest is an object. Parse its JSON first.', report) ?? {}
  const ids = new Set<string>()
  return {
    context: readList(root['context'], '/context', readName, report),
    config: readList(root['config'], '/config', readField, report),
    entryPoints: readList(root['entryPoints'], '/entryPoints', readEntryPoint.bind(undefined, ids), report),
  }
}

function readEntryPoint(
  ids: Set<string>,
  given: unknown,
  pointer: string,
  report: Report,
): SimulatedEntryPoint | undefined {
  const entryPoint = readObject(given, pointer, 'An entry point is an object with `id` and `url`.', report)
  return (
    entryPoint && {
      id: readId(ids, entryPoint['id'], `${pointer}/id`, report),
      url: readAddress(entryPoint['url'], `${pointer}/url`, report),
      configUrl: readAddress(entryPoint['configUrl'], `${pointer}/configUrl`, report),
      config: readList(entryPoint['config'], `${pointer}/config`, readField, report),
      height: readHeight(entryPoint['height'], `${pointer}/height`, report),
      permissionsPolicy: readList(
        entryPoint['permissionsPolicy'],
        `${pointer}/permissionsPolicy`,
        readPermission,
        report,
      ),
    }
  )
}

/** @param ids Those of the entry points before, which this one joins. */
function readId(ids: Set<string>, given: unknown, pointer: string, report: Report): string | undefined {
  const id = readText(given, pointer, 'An id is text, a UUID.', report)
  if (id === undefined) return undefined
  if (ids.has(id)) return report(pointer, 'Another entry point has the same id. Make a new one: crypto.randomUUID().')
  ids.add(id)
  return id
}

function readField(given: unknown, pointer: string, report: Report): SimulatedField | undefined {
  const field = readObject(given, pointer, 'A field is an object with a `key`.', report)
  if (!field) return undefined
  const { key, default: value } = field
  if (typeof key !== 'string') return report(`${pointer}/key`, 'The key of a field is text.')
  if (value === undefined || ['string', 'number', 'boolean'].includes(typeof value)) return { key, default: value }
  report(`${pointer}/default`, 'A default is text, a number, true or false.')
  return { key }
}

function readName(given: unknown, pointer: string, report: Report): string | undefined {
  return typeof given === 'string' ? given : report(pointer, 'A name of the context is text, such as "userName".')
}

function readPermission(given: unknown, pointer: string, report: Report): string | undefined {
  const known = PERMISSIONS.find((name) => name === given)
  return known ?? report(pointer, `There is no such permission. There are ${PERMISSIONS.join(', ')}.`)
}

const PERMISSIONS = ['camera', 'geolocation', 'fullscreen']

/** An address of a script stays: `embed` refuses it. */
function readAddress(given: unknown, pointer: string, report: Report): string | undefined {
  const address = readText(given, pointer, 'An address is text, such as "index.html".', report)
  if (address === undefined) return undefined
  const url = address ? parseUrl(address, 'https://manifest.invalid/') : undefined
  if (!url) return report(pointer, 'This is no address. Write one relative to the manifest, such as "index.html".')
  if (!/^https?:$/.test(url.protocol))
    report(pointer, 'A page is loaded over http or https only. Write an address such as "index.html".')
  return address
}

function readHeight(given: unknown, pointer: string, report: Report): number | string | undefined {
  if (given === undefined) return undefined
  if (typeof given === 'number' && Number.isFinite(given) && given > 0) return given
  if (typeof given !== 'string') return report(pointer, 'A height is a number above 0, or a ratio such as "16:9".')
  if (/^[1-9]\d*:[1-9]\d*$/.test(given)) return given
  const pixels = /^\d{1,5}(?=(?:px)?$)/.exec(given)?.[0]
  if (!pixels) return report(pointer, 'A height as text is a ratio of whole numbers, such as "16:9".')
  return report(pointer, `A height in pixels is a number, without quotes and unit: "height": ${pixels}.`)
}

function readText(given: unknown, pointer: string, message: string, report: Report): string | undefined {
  return given === undefined || typeof given === 'string' ? given : report(pointer, message)
}

function readObject(
  given: unknown,
  pointer: string,
  message: string,
  report: Report,
): Readonly<Record<string, unknown>> | undefined {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return { ...given }
  return report(pointer, message)
}

function readList<Item>(
  given: unknown,
  pointer: string,
  readItem: (item: unknown, pointer: string, report: Report) => Item | undefined,
  report: Report,
): readonly Item[] | undefined {
  if (given === undefined) return undefined
  if (!Array.isArray(given)) return report(pointer, 'This is a list: write [ and ] around it.')
  return given.map((item, index) => readItem(item, `${pointer}/${index}`, report)).filter((item) => item !== undefined)
}
