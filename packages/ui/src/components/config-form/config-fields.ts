import type { ConfigField } from '@haiilo-kit/manifest'

/** The fields that can be drawn, and what is wrong with the rest; for developers. */
export interface FormFields {
  readonly fields: readonly ConfigField[]
  readonly problems: readonly string[]
  /** The keys of fields that are left out. */
  readonly leftOut: readonly string[]
}

/**
 * The fields that a manifest declares: the global ones, and those of the entry point or of all of them. What cannot be drawn is named
 * and left out; it never throws.
 *
 * @param source May be anything.
 */
export function configFields(source: unknown, entryPoint?: string): FormFields {
  const problems: string[] = []
  const lists = listsOf(parsed(source, problems), entryPoint, problems)
  const fields = new Map<string, ConfigField>()
  const leftOut = new Set<string>()
  for (const field of lists.flat()) {
    const problem = problemOf(field, fields)
    if (!problem) fields.set((field as ConfigField).key, field as ConfigField)
    else problems.push(problem)
    if (problem && isRecord(field) && typeof field['key'] === 'string') leftOut.add(field['key'])
  }
  return { fields: [...fields.values()], problems, leftOut: [...leftOut].filter((key) => !fields.has(key)) }
}

function parsed(source: unknown, problems: string[]): unknown {
  if (typeof source !== 'string') return source
  try {
    return JSON.parse(source.replace(/^\uFEFF/, '')) as unknown
  } catch {
    problems.push('The manifest is no JSON: `haiilo-kit validate` says where.')
    return []
  }
}

function listsOf(source: unknown, entryPoint: string | undefined, problems: string[]): readonly (readonly unknown[])[] {
  if (Array.isArray(source)) return [source]
  if (!isRecord(source)) {
    problems.push('A form needs a manifest, or a list of fields.')
    return []
  }
  const points = Array.isArray(source['entryPoints']) ? source['entryPoints'].filter(isRecord) : []
  const ours = points.filter(({ id }) => entryPoint === undefined || id === entryPoint)
  if (entryPoint !== undefined && ours.length === 0) problems.push('The manifest has no entry point with this id.')
  return [source, ...ours].map(({ config = [] }) => {
    if (Array.isArray(config)) return config as unknown[]
    problems.push('`config` has to be a list of fields.')
    return []
  })
}

function problemOf(field: unknown, known: ReadonlyMap<string, ConfigField>): string | undefined {
  if (!isRecord(field)) return 'A field is no object.'
  const { key, options } = field
  if (typeof key !== 'string' || key === '') return 'A field has no key.'
  if (known.has(key)) return `There are two fields with the key ${JSON.stringify(key)}: the first is shown.`
  if (options === undefined) return undefined
  const isList = Array.isArray(options) && options.every((option) => isRecord(option) && isValue(option['value']))
  return isList ? undefined : `The options of the field ${JSON.stringify(key)} are no list of values with labels.`
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isValue(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}
