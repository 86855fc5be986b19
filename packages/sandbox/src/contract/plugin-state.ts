/** The manifest of the plug-in, as the server last read it. */
export interface PluginState {
  /** `undefined` while the manifest is missing or cannot be read. */
  readonly manifest: object | undefined
  /** Absolute URL of the manifest. URLs in the manifest are relative to it. */
  readonly manifestUrl: string | undefined
  /** Problems that the manifest rules found. */
  readonly findings: readonly ManifestProblem[]
  /** Why there is no manifest, as text for people. */
  readonly problem?: string | undefined
}

/** The parts of a finding that the page shows. */
export interface ManifestProblem {
  readonly rule: string
  readonly severity: 'error' | 'warning' | 'note'
  readonly message: string
  /** Position in the manifest: a JSON pointer, RFC 6901. */
  readonly pointer: string
  readonly line?: number | undefined
}
