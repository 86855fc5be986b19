import type * as moduleRunner from 'vite/module-runner'
import type { ModuleOutcome, ModuleRequest } from './module-outcome.js'

/** The settings of the process of a module, passed as JSON text. */
export interface RunSettings {
  /** The address of Vite's module runner. */
  readonly runner: string
  readonly root: string
  /** The module, normalized as in Vite. */
  readonly file: string
}

/**
 * Runs a manifest module in Vite's module runner and sends the outcome to the parent process, which then ends this process. The parent has
 * the project's settings, so this process requests the code of each module from it.
 *
 * The process executes the source text of this function. That needs no separate file, which bundling the plug-in could lose. Therefore the
 * function uses only Node's globals, and receives `load` as an argument, because tools rewrite `import()`.
 */
export function runModule(load: (address: string) => Promise<typeof moduleRunner>, text: string): void {
  const settings = JSON.parse(text) as RunSettings
  // more than the parser accepts, so that it reports a cut text as too large
  const maxCharacters = 2_000_000
  // copies, because the module may replace these functions
  const writeOut = process.stdout.write.bind(process.stdout)
  const writeError = process.stderr.write.bind(process.stderr)
  const send = process.send?.bind(process)
  const { channel } = process
  const waiting = new Map<number, (reply: never) => void>()
  let requests = 0
  let isSent = false

  // without the parent, nothing waits for the outcome
  process.on('disconnect', () => process.exit())
  process.on('message', receive)
  process.on('uncaughtException', (error) => sendOutcome(failure(error)))
  process.on('unhandledRejection', (reason) => sendOutcome(failure(reason)))
  process.on('beforeExit', () => sendOutcome({ kind: 'unsettled' }))
  channel?.unref()
  loadExport().then(sendOutcome, (error: unknown) => sendOutcome(failure(error)))

  async function loadExport(): Promise<ModuleOutcome> {
    const { createNodeImportMeta, ESModulesEvaluator, ModuleRunner } = await load(settings.runner)
    const runner = new ModuleRunner(
      {
        // early versions of Vite 6 require it
        ...{ root: settings.root },
        hmr: false,
        sourcemapInterceptor: false,
        transport: { invoke: request },
        ...(typeof createNodeImportMeta === 'function' && { createImportMeta: createNodeImportMeta }),
      },
      new ESModulesEvaluator(),
    )
    const exports = await runner.import<Readonly<Record<string, unknown>>>(settings.file)
    const outcome = describe(await (exports['default'] ?? exports['manifest']))
    // wait until unhandled rejections are reported
    await new Promise(setImmediate)
    return outcome
  }

  /** The channel keeps the process alive only while a reply is pending, so that the process notices when nothing is left to do. */
  function request(payload: unknown): Promise<never> {
    channel?.ref()
    return new Promise((resolve) => {
      requests += 1
      waiting.set(requests, resolve)
      send?.({ kind: 'request', id: requests, payload } satisfies ModuleRequest)
    })
  }

  function receive(message: { readonly id: number; readonly reply: never }): void {
    waiting.get(message.id)?.(message.reply)
    waiting.delete(message.id)
    if (waiting.size === 0) channel?.unref()
  }

  function describe(value: unknown): ModuleOutcome {
    if (typeof value !== 'object' || value === null) return { kind: 'no-manifest' }
    try {
      const json: unknown = JSON.stringify(value, null, 2)
      if (typeof json === 'string') return { kind: 'json', text: json.slice(0, maxCharacters) }
    } catch {
      // it contains itself, or throws on access
    }
    return { kind: 'not-json' }
  }

  function failure(error: unknown): ModuleOutcome {
    try {
      const reason = String(error instanceof Error ? error.message : error)
      return { kind: 'failed', reason: reason.slice(0, maxCharacters) }
    } catch {
      return { kind: 'failed', reason: 'it threw a value that cannot be shown.' }
    }
  }

  /** Sends the first outcome, after all output that was written before it. */
  function sendOutcome(outcome: ModuleOutcome): void {
    if (isSent) return
    isSent = true
    channel?.ref()
    writeOut('', () => writeError('', () => send?.(outcome)))
  }
}
