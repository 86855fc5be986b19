import { createHaiiloHost } from '@haiilo-kit/vue'

export interface LunchConfig {
  readonly canteen: 'north' | 'south'
}

export const host = createHaiiloHost({
  config: (raw): LunchConfig => ({ canteen: raw['canteen'] === 'south' ? 'south' : 'north' }),
})

declare module '@haiilo-kit/vue' {
  interface HaiiloRegister {
    host: typeof host
  }
}
