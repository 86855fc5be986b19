import { Component } from '@angular/core'
import '@haiilo-kit/example-lunch/lunch.css'

/** Shown until the host answers. */
@Component({
  selector: 'lunch-waiting',
  template: `
    <main class="lunch">
      <p class="lunch-waiting" role="status">One moment…</p>
    </main>
  `,
})
export class LunchWaiting {}
