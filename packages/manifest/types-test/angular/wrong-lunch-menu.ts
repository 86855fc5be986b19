import { Component } from '@angular/core'
import { HaiiloHostReady } from '@haiilo-kit/angular'
import './host.js'
import { show } from '../lunch/lunch.js'

@Component({
  imports: [HaiiloHostReady],
  template: `<p *haiiloHostReady="let host; let config = config">
    {{ config.kitchen }} {{ config.note.length }} {{ show('west', config.dishes, config.note) }}
  </p>`,
})
export class LunchMenu {
  readonly show = show
}
