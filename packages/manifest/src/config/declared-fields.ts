import type { ConfigField } from '../manifest.js'

/** The fields that a source declares, without invalid ones. */
export interface DeclaredFields {
  readonly global: readonly ConfigField[]
  /** The fields of each entry point. */
  readonly own: readonly (readonly ConfigField[])[]
  /** Errors in the declaration, for developers. */
  readonly flaws: readonly string[]
  /** The keys of invalid fields. */
  readonly leftOut: ReadonlySet<string>
}

/**
 * Reads the fields of a list, or of a manifest: its global fields, and those of one entry point or of all.
 *
 * @param source A list or a manifest. Other values have no fields, and an error in `flaws`.
 * @throws {TypeError} The manifest does not have the entry point.
 */
export function declaredFields(source: unknown, entryPoint: string | undefined): DeclaredFields {
  const flaws: string[] = []
  const leftOut = new Set<string>()
  const own = pointsOf(source, entryPoint).map((point) => fieldsOf(point, flaws, leftOut))
  const global = fieldsOf(Array.isArray(source) ? { config: source } : source, flaws, leftOut)
  const isEmpty = [global, ...own].every((fields) => fields.length === 0)
  if (isEmpty && flaws.length === 0 && pointsOf(source, entryPoint).some((point) => point['configUrl'] !== undefined)) {
    flaws.push(
      'The manifest declares no fields, because it has its own settings page (`configUrl`). Declare the fields with `defineFields([…])`.',
    )
  }
  return { global, own, flaws, leftOut }
}

function pointsOf(source: unknown, entryPoint: string | undefined): readonly Readonly<Record<string, unknown>>[] {
  if (!isRecord(source)) return []
  const { entryPoints } = source
  const points = Array.isArray(entryPoints) ? entryPoints.filter(isRecord) : []
  const ours = points.filter(({ id }) => entryPoint === undefined || id === entryPoint)
  if (entryPoint !== undefined && ours.length === 0) {
    throw new TypeError(`entryPoint: the manifest has no entry point with the id "${entryPoint}".`)
  }
  return ours
}

function fieldsOf(owner: unknown, flaws: string[], leftOut: Set<string>): readonly ConfigField[] {
  if (!isRecord(owner)) {
    flaws.push('Expected a list of fields or a manifest.')
    return []
  }
  const { config = [] } = owner
  if (!Array.isArray(config)) {
    flaws.push('`config` must be a list of fields.')
    return []
  }
  const fields = new Map<string, ConfigField>()
  for (const field of config as readonly unknown[]) {
    const flaw = flawOf(field, fields)
    // flawOf has checked the type
    if (flaw === undefined) fields.set((field as ConfigField).key, field as ConfigField)
    else flaws.push(flaw)
    if (flaw !== undefined && isRecord(field) && !fields.has(String(field['key']))) leftOut.add(String(field['key']))
  }
  return [...fields.values()]
}

function flawOf(field: unknown, known: ReadonlyMap<string, ConfigField>): string | undefined {
  if (!isRecord(field)) return 'A field is not an object.'
  const { key, options } = field
  if (typeof key !== 'string' || key === '') return 'A field has no key.'
  if (known.has(key)) return `Two fields have the key "${key}". The first one is used.`
  if (options === undefined || (Array.isArray(options) && options.every(isOption))) return undefined
  return `The options of the field "${key}" must be a list of values with labels.`
}

function isOption(option: unknown): boolean {
  return isRecord(option) && ['string', 'number', 'boolean'].includes(typeof option['value'])
}

/** Whether a value is an object and not a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
