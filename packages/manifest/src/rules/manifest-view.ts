/** A JSON object of unknown content. */
export type JsonObject = Readonly<Record<string, unknown>>

/** A value with its position in the manifest. */
export interface Place<Value = unknown> {
  readonly value: Value
  /** JSON pointer, RFC 6901. */
  readonly pointer: string
}

/** An entry point that is an object. */
export interface EntryPointPlace extends Place<JsonObject> {
  readonly index: number
  readonly fields: readonly Place<JsonObject>[]
}

/** The parts of a manifest that rules check. Contains only parts of the right type: the schema reports the others. */
export interface ManifestView {
  /** The address of the published manifest, if it is known. */
  readonly url: URL | undefined
  readonly root: Place<JsonObject>
  readonly entryPoints: readonly EntryPointPlace[]
  /** The fields of the global configuration. */
  readonly globalFields: readonly Place<JsonObject>[]
  /** All fields: global ones and those of all entry points. */
  readonly fields: readonly Place<JsonObject>[]
  /** All options of all fields. */
  readonly options: readonly Place<JsonObject>[]
}

/** Collects the parts of a manifest that have the right type. */
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

/** Returns the place of a member. If the object does not have it, the value is `undefined`. */
export function at({ value, pointer }: Place<JsonObject>, name: string): Place {
  return { value: Object.hasOwn(value, name) ? value[name] : undefined, pointer: join(pointer, name) }
}

/** Returns the places of the items of a list, or none if the value is not a list. */
export function itemsIn({ value, pointer }: Place): readonly Place[] {
  return Array.isArray(value)
    ? value.map((item: unknown, index) => ({ value: item, pointer: join(pointer, index) }))
    : []
}

/** Whether a value is an object and not a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether the value at a place is an object. */
export function isObjectPlace(place: Place): place is Place<JsonObject> {
  return isObject(place.value)
}

/** Returns the JSON pointer (RFC 6901) of a member. */
export function join(pointer: string, name: string | number): string {
  return `${pointer}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** Returns the unescaped names in a JSON pointer. */
export function namesIn(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function objectsIn(place: Place): readonly Place<JsonObject>[] {
  return itemsIn(place).filter(isObjectPlace)
}
