import { spawn, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { isModuleMessage, type ModuleOutcome, type ModuleRequest } from './module-outcome.js'
import { errorReason } from './error-reason.js'
import { runModule, type RunSettings } from './run-module.js'

/** Settings for running a module. */
export interface StartSettings extends Pick<RunSettings, 'file' | 'root'> {
  /** In milliseconds. */
  readonly timeout: number
  /** Answers a request of Vite's module runner for the code of a module. */
  readonly answer: (payload: never) => Promise<unknown>
}

/**
 * Runs a module in a separate process, and ends the process as soon as there is an outcome. A module that exits or never ends therefore does
 * not affect the server.
 */
export async function startModule({ file, root, timeout, answer }: StartSettings): Promise<ModuleOutcome> {
  const runner = pathToFileURL(createRequire(import.meta.url).resolve('vite/module-runner')).href
  const settings: RunSettings = { runner, root, file }
  const argv = [...ownArguments(), '--eval', PROGRAM, JSON.stringify(settings)]
  const child = spawn(process.execPath, argv, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // the module runner sends undefined, which JSON does not have
    serialization: 'advanced',
  })
  const kill = (): boolean => child.kill('SIGKILL')
  // an endless loop ignores other signals
  process.once('exit', kill)
  try {
    return await firstOutcome(child, timeout, answer)
  } finally {
    kill()
    process.off('exit', kill)
  }
}

const PROGRAM = `(${String(runModule)})((address) => import(address), process.argv[1])`

/** Returns Node's own arguments, such as conditions, without `--inspect`: two processes cannot share the port of a debugger. */
function ownArguments(): string[] {
  return process.execArgv.filter((argument) => !argument.startsWith('--inspect'))
}

function firstOutcome(child: ChildProcess, timeout: number, answer: StartSettings['answer']): Promise<ModuleOutcome> {
  return new Promise((resolve) => {
    const seconds = timeout / 1000
    const limit = `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`
    const timer = setTimeout(() => fail(`it exported no manifest within ${limit}.`), timeout)
    const settle = (outcome: ModuleOutcome): void => {
      clearTimeout(timer)
      resolve(outcome)
    }
    const fail = (reason: string): void => settle({ kind: 'failed', reason })
    child.on('message', (message) => {
      if (!isModuleMessage(message)) return
      if (message.kind === 'request') void reply(child, message, answer)
      else settle(message)
    })
    child.once('exit', (code, signal) => {
      fail(
        `it ended its process before it exported a manifest, ${signal === null ? `with exit code ${code}` : `by ${signal}`}.`,
      )
    })
    child.once('error', (error) => fail(errorReason(error)))
  })
}

async function reply(child: ChildProcess, request: ModuleRequest, answer: StartSettings['answer']): Promise<void> {
  const { id, payload } = request
  const send = (message: unknown): void => {
    // an outcome may have arrived and ended the process
    if (child.connected) child.send({ id, reply: message }, () => undefined)
  }
  try {
    send(await answer(payload as never))
  } catch (error) {
    // an error of a plug-in may contain values that cannot be sent
    send({ error: { name: 'Error', message: errorReason(error) } })
  }
}
