import type { HaiiloHost } from '@haiilo-kit/core'

import type { Dish } from './menu.js'

declare module '@haiilo-kit/core' {
  interface PluginSubjects {
    /** A subject of our own. A host that does not know it stays silent, so the request ends with its time-out. */
    reserveSeat: { readonly dish: string }
  }
}

/** Asks the host for a seat. Resolves with the number of the table, out of the host's signed and verified answer. */
export async function reserveSeat(request: HaiiloHost['request'], dish: Dish): Promise<number> {
  const { claims } = await request('reserveSeat', { dish: dish.id }, { timeout: 5_000 })
  return Number(claims['table'])
}
