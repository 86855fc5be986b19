// Notifies a script that it must end: by a signal, or because its parent process ended. Guards against servers and browsers that outlive
// the run and keep its ports: npm and pnpm do not pass every signal on.

/** Calls `stop` once, with the exit code, when the process gets a signal to end or its parent has ended. */
export function onShutdown(stop) {
  const parent = process.ppid
  const once = (code) => {
    clearInterval(watch)
    for (const signal of Object.keys(CODES)) process.removeListener(signal, listeners[signal])
    stop(code)
  }
  const listeners = Object.fromEntries(Object.entries(CODES).map(([signal, code]) => [signal, () => once(code)]))
  for (const [signal, listener] of Object.entries(listeners)) process.on(signal, listener)
  const watch = setInterval(() => process.ppid !== parent && once(CODES.SIGHUP), 500).unref()
}

/** Exit codes as shells report them: 128 plus the number of the signal. */
const CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }

/** Ends a child and all processes that it started. The child must have been spawned with `ownGroup`. */
export function killGroup({ pid }, signal = 'SIGTERM') {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal)
  } catch {
    // the process has already ended
  }
}

/** Options for `spawn`: a separate process group, so that `killGroup` can end everything the child started. */
export const ownGroup = { detached: process.platform !== 'win32' }
