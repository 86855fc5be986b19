/** Loads zone.js, which has to come before everything else. */
const settings = {
  // it would write each promise that rejects unheard to the console, and each look of a test that polls for a value makes one
  __zone_symbol__ignoreConsoleErrorUncaughtError: true,
  // it wraps the methods that can be enumerated: in browsers all of them, in happy-dom none
  __Zone_disable_MutationObserver: 'happyDOM' in globalThis,
}

Object.assign(globalThis, settings)
await import('zone.js')
Object.assign(Reflect.get(globalThis, 'Zone'), settings)

export {}
