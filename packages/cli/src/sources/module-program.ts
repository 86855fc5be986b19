/** The result of a manifest module, as its process sends it. */
export type ModuleOutcome =
  /** The export as JSON, truncated if it is too long for a manifest. */
  | { readonly kind: 'json'; readonly text: string }
  /** The export is an object that cannot be written as JSON. */
  | { readonly kind: 'not-json' }
  /** There is no default export and no export "manifest", or it cannot be a manifest. */
  | { readonly kind: 'no-manifest' }
  /** The module waits for a promise that can no longer settle. */
  | { readonly kind: 'unsettled' }
  /** The module threw. The reason is the message, if an error was thrown. */
  | { readonly kind: 'failed'; readonly reason?: string }

/** Distinguishes outcomes from messages that the module itself sends. */
export function isModuleOutcome(message: unknown): message is ModuleOutcome {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return false
  const { kind } = message
  if (kind === 'json') return 'text' in message && typeof message.text === 'string'
  if (kind === 'failed') return !('reason' in message) || typeof message.reason === 'string'
  return kind === 'not-json' || kind === 'no-manifest' || kind === 'unsettled'
}

/**
 * Loads a manifest module and sends the outcome to the parent process, which then kills this process.
 *
 * The child process runs the source text of this function, so that the function needs no file of its own in a bundle. It may use only Node's
 * globals. `load` is a parameter because build tools rewrite `import()`.
 */
export function runModule(load: (url: string) => Promise<Readonly<Record<string, unknown>>>, url: string): void {
  // longer than a manifest may be, so that the parser reports truncated text as too large
  const maxCharacters = 2_000_000
  // the module may replace these methods
  const writeOut = process.stdout.write.bind(process.stdout)
  const writeError = process.stderr.write.bind(process.stderr)
  const send = process.send?.bind(process)
  let isReported = false

  // without its parent, the process is useless
  process.on('disconnect', () => process.exit())
  process.channel?.unref()
  process.on('uncaughtException', (error) => report(failure(error)))
  process.on('unhandledRejection', (reason) => report(failure(reason)))
  process.on('beforeExit', () => report({ kind: 'unsettled' }))
  findManifest().then(report, (error: unknown) => report(failure(error)))

  async function findManifest(): Promise<ModuleOutcome> {
    const exports = await load(url)
    const outcome = describe(await (exports['default'] ?? exports['manifest']))
    // wait for the event "unhandledRejection"
    await new Promise(setImmediate)
    return outcome
  }

  function describe(value: unknown): ModuleOutcome {
    if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return { kind: 'no-manifest' }
    const text = toJson(value)
    if (text !== undefined) return { kind: 'json', text: text.slice(0, maxCharacters) }
    return { kind: typeof value === 'object' ? 'not-json' : 'no-manifest' }
  }

  function toJson(value: unknown): string | undefined {
    try {
      const text: unknown = JSON.stringify(value, null, 2)
      return typeof text === 'string' ? text : undefined
    } catch {
      return undefined
    }
  }

  function failure(error: unknown): ModuleOutcome {
    try {
      // unknown, because the message of an error can have any type at run time
      const reason: unknown = error instanceof Error ? error.message : undefined
      if (typeof reason === 'string') return { kind: 'failed', reason: reason.slice(0, 4000) }
    } catch {
      // a getter of the error threw
    }
    return { kind: 'failed' }
  }

  /** Sends the first outcome, after the output up to now was written. */
  function report(outcome: ModuleOutcome): void {
    if (isReported) return
    isReported = true
    // the parent may notice the end of this process before it reads the outcome, so wait to be killed
    process.channel?.ref()
    writeOut('', () => writeError('', () => send?.(outcome)))
  }
}
