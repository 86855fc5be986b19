import { Component, signal } from '@angular/core'
import { haiiloFetch, injectHaiiloHost } from '@haiilo-kit/angular'

import { whoAmI } from './who-am-i'

/** Shows what the back end knows of the user. `haiiloFetch` sends a fresh token. */
@Component({
  selector: 'app-back-end-user',
  template: `<p class="plugin-quiet" role="status">{{ answer() }}</p>`,
})
export class BackEndUser {
  protected readonly answer = signal('')

  constructor() {
    const { host } = injectHaiiloHost()
    void whoAmI((url) => haiiloFetch(host, url)).then((text) => {
      this.answer.set(text)
    })
  }
}
