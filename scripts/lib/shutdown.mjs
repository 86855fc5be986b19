// Tells a script that it is to end: by a signal, or because whoever started it is gone. Guards against servers and browsers that outlive
// the run that started them and keep its ports: npm and pnpm do not hand every signal down.

/** Calls `stop` once, with the exit code that is due, when the process is told to end or has lost its parent. */
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

/** As a shell reports them: 128 and the number of the signal. */
const CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }

/** Ends a child and all that it started; it must have been spawned as `ownGroup` says. */
export function killGroup({ pid }, signal = 'SIGTERM') {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal)
  } catch {
    // it had ended already
  }
}

/** Options for `spawn`: a group of its own, so that what the child starts can be ended with it. */
export const ownGroup = { detached: process.platform !== 'win32' }
