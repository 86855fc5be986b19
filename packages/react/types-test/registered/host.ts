import { createHaiiloHost } from '@haiilo-kit/react'

export interface LunchConfig {
  readonly canteen: 'north' | 'south'
}

export const host = createHaiiloHost({
  config: (raw): LunchConfig => ({ canteen: raw['canteen'] === 'south' ? 'south' : 'north' }),
})

declare module '@haiilo-kit/react' {
  interface HaiiloRegister {
    host: typeof host
  }
}
