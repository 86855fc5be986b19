import type { HaiiloHost } from '@haiilo-kit/core'

import type { Dish } from './menu.js'

declare module '@haiilo-kit/core' {
  interface PluginSubjects {
    /** A custom subject. A host that does not know it does not answer, and the request times out. */
    reserveSeat: { readonly dish: string }
  }
}

/** Requests a seat from the host. Resolves with the table number from the verified answer. */
export async function reserveSeat(request: HaiiloHost['request'], dish: Dish): Promise<number> {
  const { claims } = await request('reserveSeat', { dish: dish.id }, { timeout: 5_000 })
  return Number(claims['table'])
}
