/**
 * The context that the host sends to a plug-in with this manifest: the id of the person, and the properties that the manifest requests in
 * `context`. These are optional: a person may have no e-mail address, and an older host may not know a property.
 *
 * @typeParam Source The type of the manifest.
 * @example
 * ```ts
 * const context: InferContext<typeof manifest> = useHaiiloContext()
 * ```
 */
export type InferContext<Source> = { readonly userId: string; readonly tenantId?: string } & {
  readonly [Name in RequestedName<Source>]?: Name extends 'userName' | 'userEmail' | 'userLanguage' ? string : unknown
}

type RequestedName<Source> = Source extends { readonly context: readonly (infer Name extends string)[] }
  ? Exclude<Name, 'userId' | 'tenantId'>
  : never
