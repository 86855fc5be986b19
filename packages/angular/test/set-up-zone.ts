/** Loads zone.js, which must run before all other code. */
const settings = {
  // otherwise, zone.js logs each unhandled rejection, and polling in tests causes many of them
  __zone_symbol__ignoreConsoleErrorUncaughtError: true,
  // zone.js patches enumerable methods only, and in happy-dom the methods of MutationObserver are not enumerable
  __Zone_disable_MutationObserver: 'happyDOM' in globalThis,
}

Object.assign(globalThis, settings)
await import('zone.js')
Object.assign(Reflect.get(globalThis, 'Zone'), settings)

export {}
