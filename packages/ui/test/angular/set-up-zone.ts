/** Loads zone.js, which has to come before everything else. */
await import('zone.js')

export {}
