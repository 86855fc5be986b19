import type * as moduleRunner from 'vite/module-runner'
import type { ModuleOutcome, ModuleRequest } from './module-outcome.js'

/** What the process of a module is told, as text. */
export interface RunSettings {
  /** The address of Vite's module runner. */
  readonly runner: string
  readonly root: string
  /** The module, in Vite's spelling. */
  readonly file: string
}

/**
 * Runs a manifest module in Vite's module runner, and sends the outcome to the parent process, which then ends this one. The parent has
 * the project's settings, so it is asked for the code of each module.
 *
 * A process runs the text of this function, so that it needs no file of its own, however the plug-in is bundled. So it uses nothing from
 * outside but Node's globals, and is given `load`, since tools rewrite `import()`.
 */
export function runModule(load: (address: string) => Promise<typeof moduleRunner>, text: string): void {
  const settings = JSON.parse(text) as RunSettings
  // longer than the parser reads, so that it reports that the text was cut
  const maxCharacters = 2_000_000
  // the module may replace these
  const writeOut = process.stdout.write.bind(process.stdout)
  const writeError = process.stderr.write.bind(process.stderr)
  const send = process.send?.bind(process)
  const { channel } = process
  const waiting = new Map<number, (reply: never) => void>()
  let requests = 0
  let isTold = false

  // without the parent nobody waits for the outcome
  process.on('disconnect', () => process.exit())
  process.on('message', receive)
  process.on('uncaughtException', (error) => tell(failure(error)))
  process.on('unhandledRejection', (reason) => tell(failure(reason)))
  process.on('beforeExit', () => tell({ kind: 'unsettled' }))
  channel?.unref()
  find().then(tell, (error: unknown) => tell(failure(error)))

  async function find(): Promise<ModuleOutcome> {
    const { createNodeImportMeta, ESModulesEvaluator, ModuleRunner } = await load(settings.runner)
    const runner = new ModuleRunner(
      {
        // the first versions of Vite 6 need it
        ...{ root: settings.root },
        hmr: false,
        sourcemapInterceptor: false,
        transport: { invoke: ask },
        ...(typeof createNodeImportMeta === 'function' && { createImportMeta: createNodeImportMeta }),
      },
      new ESModulesEvaluator(),
    )
    const exports = await runner.import<Readonly<Record<string, unknown>>>(settings.file)
    const outcome = describe(await (exports['default'] ?? exports['manifest']))
    // a rejection that nobody handles is known only now
    await new Promise(setImmediate)
    return outcome
  }

  /** The channel keeps the process alive only as long as a reply is due: otherwise nobody would notice that nothing happens any more. */
  function ask(payload: unknown): Promise<never> {
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
      // it contains itself, or throws when it is read
    }
    return { kind: 'not-json' }
  }

  function failure(error: unknown): ModuleOutcome {
    try {
      const reason = String(error instanceof Error ? error.message : error)
      return { kind: 'failed', reason: reason.slice(0, maxCharacters) }
    } catch {
      return { kind: 'failed', reason: 'it threw something that cannot be shown.' }
    }
  }

  /** Sends the first outcome, after all that was written so far. */
  function tell(outcome: ModuleOutcome): void {
    if (isTold) return
    isTold = true
    channel?.ref()
    writeOut('', () => writeError('', () => send?.(outcome)))
  }
}
