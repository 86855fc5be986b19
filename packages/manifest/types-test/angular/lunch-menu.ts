import { Component } from '@angular/core'
import { HaiiloHostReady, injectHaiiloHost } from '@haiilo-kit/angular'
import { expectTypeOf } from 'vitest'
import { show, type LunchConfig } from '../lunch/lunch.js'

@Component({
  imports: [HaiiloHostReady],
  template: `
    <p *haiiloHostReady="let host; let config = config">
      {{ show(config.canteen, config.dishes, config.note) }}
      {{ show(host.config.canteen, host.config.dishes, undefined) }}
    </p>
  `,
})
export class LunchMenu {
  readonly show = show
  readonly config = injectHaiiloHost().config

  canteen(): 'north' | 'south' {
    expectTypeOf(this.config()).toEqualTypeOf<LunchConfig>()
    return this.config().canteen
  }
}
