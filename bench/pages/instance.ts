import { createHaiiloHost } from '@haiilo-kit/core'

void createHaiiloHost()
  .ready()
  .then(() => Object.assign(globalThis, { readyAt: performance.timeOrigin + performance.now() }))
