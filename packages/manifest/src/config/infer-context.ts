/**
 * What the host tells of the person to a plug-in with this manifest: the id, and the names that it asks for under `context`. These may
 * be absent: a person may have no e-mail address, and an older host may not know the name.
 *
 * @typeParam Source Type of the manifest.
 * @example
 * ```ts
 * const context: InferContext<typeof manifest> = useHaiiloContext()
 * ```
 */
export type InferContext<Source> = { readonly userId: string; readonly tenantId?: string } & {
  readonly [Name in AskedFor<Source>]?: Name extends 'userName' | 'userEmail' | 'userLanguage' ? string : unknown
}

type AskedFor<Source> = Source extends { readonly context: readonly (infer Name extends string)[] }
  ? Exclude<Name, 'userId' | 'tenantId'>
  : never
