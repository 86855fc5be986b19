/** What the page knows about the plug-in: the manifest as the server read it last. */
export interface PluginState {
  /** The manifest, or `undefined` while there is none that can be read. */
  readonly manifest: object | undefined
  /** Absolute address of the manifest: its own addresses are relative to it. */
  readonly manifestUrl: string | undefined
  /** What is wrong with the manifest. */
  readonly findings: readonly ManifestProblem[]
  /** Why there is no manifest, for people. */
  readonly problem?: string | undefined
}

/** A finding of the manifest rules, as far as the page shows it. */
export interface ManifestProblem {
  readonly rule: string
  readonly severity: 'error' | 'warning' | 'note'
  readonly message: string
  /** Where in the manifest: a JSON pointer, RFC 6901. */
  readonly pointer: string
  readonly line?: number | undefined
}
