/** An object of unknown content, as JSON has them. */
export type JsonObject = Readonly<Record<string, unknown>>

/** A value and where it is. */
export interface Place<Value = unknown> {
  readonly value: Value
  /** JSON pointer, RFC 6901. */
  readonly pointer: string
}

/** An entry point that is at least an object. */
export interface EntryPointPlace extends Place<JsonObject> {
  readonly index: number
  readonly fields: readonly Place<JsonObject>[]
}

/** A manifest as rules see it: whatever has the right shape is there by name, whatever has not is the schema's to report. */
export interface ManifestView {
  /** Where the manifest will lie. */
  readonly url: URL | undefined
  readonly root: Place<JsonObject>
  readonly entryPoints: readonly EntryPointPlace[]
  /** Fields of the global configuration. */
  readonly globalFields: readonly Place<JsonObject>[]
  /** All fields: the global ones and those of every entry point. */
  readonly fields: readonly Place<JsonObject>[]
  /** Every option of every field. */
  readonly options: readonly Place<JsonObject>[]
}

/** Reads as much of a manifest as can be read. */
export function viewManifest(value: JsonObject, url: URL | undefined): ManifestView {
  const root = { value, pointer: '' }
  const globalFields = objectsIn(at(root, 'config'))
  const entryPoints = objectsIn(at(root, 'entryPoints')).map((place) => ({
    ...place,
    index: Number(place.pointer.slice(place.pointer.lastIndexOf('/') + 1)),
    fields: objectsIn(at(place, 'config')),
  }))
  const fields = [...globalFields, ...entryPoints.flatMap((entryPoint) => entryPoint.fields)]
  const options = fields.flatMap((field) => objectsIn(at(field, 'options')))
  return { url, root, entryPoints, globalFields, fields, options }
}

/** The place of a member, also if there is none: its value is then `undefined`. */
export function at({ value, pointer }: Place<JsonObject>, name: string): Place {
  return { value: Object.hasOwn(value, name) ? value[name] : undefined, pointer: join(pointer, name) }
}

/** The members of a list that is one; none otherwise. */
export function itemsIn({ value, pointer }: Place): readonly Place[] {
  return Array.isArray(value)
    ? value.map((item: unknown, index) => ({ value: item, pointer: join(pointer, index) }))
    : []
}

/** Whether it is an object, and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a place holds an object. */
export function isObjectPlace(place: Place): place is Place<JsonObject> {
  return isObject(place.value)
}

/** A JSON pointer to a member, RFC 6901. */
export function join(pointer: string, name: string | number): string {
  return `${pointer}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** The names that a JSON pointer is made of. */
export function namesIn(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function objectsIn(place: Place): readonly Place<JsonObject>[] {
  return itemsIn(place).filter(isObjectPlace)
}
