import { parseUrl } from '../lib/parse-url.js'
import type { ManifestFinding, SimulatedEntryPoint, SimulatedField, SimulatedManifest } from '../host/simulated-host.js'

/** The parts of a manifest that a simulated host can use, and findings about those that it cannot. */
export interface ReadManifest {
  /** `undefined` if there is no manifest. */
  readonly manifest: SimulatedManifest | undefined
  readonly findings: readonly ManifestFinding[]
}

/** Records a finding. Returns `undefined`, so that callers can return its result in place of the broken part. */
type Report = (pointer: string, message: string) => undefined

/** Reads the parts of a manifest that the host uses. Broken parts are reported and omitted. Other parts are not checked. */
export function readManifest(value: unknown): ReadManifest {
  const findings: ManifestFinding[] = []
  const report: Report = (pointer, message) => void findings.push(Object.freeze({ pointer, message }))
  const manifest = value === undefined ? undefined : readRoot(value, report)
  return { manifest, findings: Object.freeze(findings) }
}

function readRoot(value: unknown, report: Report): SimulatedManifest {
  const root = readObject(value, '', 'A manifest must be an object. Parse the JSON text first.', report) ?? {}
  const ids = new Set<string>()
  return {
    context: readList(root['context'], '/context', readContextName, report),
    config: readList(root['config'], '/config', readField, report),
    entryPoints: readList(root['entryPoints'], '/entryPoints', readEntryPoint.bind(undefined, ids), report),
  }
}

function readEntryPoint(
  ids: Set<string>,
  value: unknown,
  pointer: string,
  report: Report,
): SimulatedEntryPoint | undefined {
  const entryPoint = readObject(value, pointer, 'An entry point must be an object with `id` and `url`.', report)
  return (
    entryPoint && {
      id: readId(ids, entryPoint['id'], `${pointer}/id`, report),
      url: readUrl(entryPoint['url'], `${pointer}/url`, report),
      configUrl: readUrl(entryPoint['configUrl'], `${pointer}/configUrl`, report),
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

/** @param ids The ids of the preceding entry points. The new id is added. */
function readId(ids: Set<string>, value: unknown, pointer: string, report: Report): string | undefined {
  const id = readString(value, pointer, 'An id must be a string, a UUID.', report)
  if (id === undefined) return undefined
  if (ids.has(id))
    return report(pointer, 'Another entry point has the same id. Generate a new one with crypto.randomUUID().')
  ids.add(id)
  return id
}

function readField(value: unknown, pointer: string, report: Report): SimulatedField | undefined {
  const field = readObject(value, pointer, 'A field must be an object with a `key`.', report)
  if (!field) return undefined
  const { key, default: defaultValue } = field
  if (typeof key !== 'string') return report(`${pointer}/key`, 'The key of a field must be a string.')
  if (defaultValue === undefined || ['string', 'number', 'boolean'].includes(typeof defaultValue))
    return { key, default: defaultValue }
  report(`${pointer}/default`, 'A default must be a string, a number or a boolean.')
  return { key }
}

function readContextName(value: unknown, pointer: string, report: Report): string | undefined {
  return typeof value === 'string'
    ? value
    : report(pointer, 'A name in `context` must be a string, such as "userName".')
}

function readPermission(value: unknown, pointer: string, report: Report): string | undefined {
  const known = PERMISSIONS.find((name) => name === value)
  return known ?? report(pointer, `There is no such permission. Use ${PERMISSIONS.join(', ')}.`)
}

const PERMISSIONS = ['camera', 'geolocation', 'fullscreen']

/** URLs with another protocol than http or https are reported but kept: `embed` refuses them. */
function readUrl(value: unknown, pointer: string, report: Report): string | undefined {
  const text = readString(value, pointer, 'A URL must be a string, such as "index.html".', report)
  if (text === undefined) return undefined
  const url = text ? parseUrl(text, 'https://manifest.invalid/') : undefined
  if (!url)
    return report(pointer, 'This URL is not valid. Use one that is relative to the manifest, such as "index.html".')
  if (!/^https?:$/.test(url.protocol))
    report(pointer, 'A page can be loaded over http and https only. Use a URL such as "index.html".')
  return text
}

function readHeight(value: unknown, pointer: string, report: Report): number | string | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value
  if (typeof value !== 'string')
    return report(pointer, 'A height must be a number greater than 0, or a ratio such as "16:9".')
  if (/^[1-9]\d*:[1-9]\d*$/.test(value)) return value
  const pixels = /^\d{1,5}(?=(?:px)?$)/.exec(value)?.[0]
  if (!pixels) return report(pointer, 'A height that is a string must be a ratio of whole numbers, such as "16:9".')
  return report(pointer, `A height in pixels must be a number, without quotes and unit: "height": ${pixels}.`)
}

function readString(value: unknown, pointer: string, message: string, report: Report): string | undefined {
  return value === undefined || typeof value === 'string' ? value : report(pointer, message)
}

function readObject(
  value: unknown,
  pointer: string,
  message: string,
  report: Report,
): Readonly<Record<string, unknown>> | undefined {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  return report(pointer, message)
}

function readList<Item>(
  value: unknown,
  pointer: string,
  readItem: (item: unknown, pointer: string, report: Report) => Item | undefined,
  report: Report,
): readonly Item[] | undefined {
  if (value === undefined) return undefined
  if (!Array.isArray(value)) return report(pointer, 'This must be an array: enclose it in [ and ].')
  return value.map((item, index) => readItem(item, `${pointer}/${index}`, report)).filter((item) => item !== undefined)
}
