import type { ModuleOutcome } from './module-outcome.js'

/**
 * Loads a manifest module and sends the outcome to the parent process, which then ends this one.
 *
 * A process runs the text of this function, so that it needs no file of its own, however the program is bundled. So it uses nothing
 * from outside but Node's globals, and is given `load`, since tools rewrite `import()`.
 */
export function runModule(
  load: (address: string) => Promise<Readonly<Record<string, unknown>>>,
  address: string,
): void {
  // longer than the parser reads, so that it reports that the text was cut
  const mostCharacters = 2_000_000
  // the module may replace these
  const writeOut = process.stdout.write.bind(process.stdout)
  const writeError = process.stderr.write.bind(process.stderr)
  const send = process.send?.bind(process)
  let isTold = false

  // without the parent nobody waits for the outcome
  process.on('disconnect', () => process.exit())
  process.channel?.unref()
  process.on('uncaughtException', (error) => tell(failure(error)))
  process.on('unhandledRejection', (reason) => tell(failure(reason)))
  process.on('beforeExit', () => tell({ kind: 'unsettled' }))
  find().then(tell, (error: unknown) => tell(failure(error)))

  async function find(): Promise<ModuleOutcome> {
    const exports = await load(address)
    const outcome = describe(await (exports['default'] ?? exports['manifest']))
    // a rejection that nobody handles is known only now
    await new Promise(setImmediate)
    return outcome
  }

  function describe(value: unknown): ModuleOutcome {
    if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return { kind: 'no-manifest' }
    const text = print(value)
    if (text !== undefined) return { kind: 'json', text: text.slice(0, mostCharacters) }
    return { kind: typeof value === 'object' ? 'not-json' : 'no-manifest' }
  }

  function print(value: unknown): string | undefined {
    try {
      const text: unknown = JSON.stringify(value, null, 2)
      return typeof text === 'string' ? text : undefined
    } catch {
      return undefined
    }
  }

  function failure(error: unknown): ModuleOutcome {
    try {
      // whatever the types say: a module may give its error any message
      const reason: unknown = error instanceof Error ? error.message : undefined
      if (typeof reason === 'string') return { kind: 'failed', reason: reason.slice(0, 4000) }
    } catch {
      // an error may throw when it is read
    }
    return { kind: 'failed' }
  }

  /** Sends the first outcome, after all that was written so far. */
  function tell(outcome: ModuleOutcome): void {
    if (isTold) return
    isTold = true
    // the parent may notice the end of this process before it reads the outcome, so wait to be killed
    process.channel?.ref()
    writeOut('', () => writeError('', () => send?.(outcome)))
  }
}
