/** Loads zone.js, which must load before all other modules. */
await import('zone.js')

export {}
