import { Component, computed, signal } from '@angular/core'
import { HaiiloHeight, injectHaiiloHost } from '@haiilo-kit/angular'
import '@haiilo-kit/example-lunch/lunch.css'
import { menuOf } from '@haiilo-kit/example-lunch/menu'
import { textsFor } from '@haiilo-kit/example-lunch/texts'

import { SeatReservation } from './seat-reservation.js'

/**
 * Shows today's menu of the configured canteen. It is used inside `*haiiloHostReady`, so the user is verified.
 *
 * Texts that change are bound to `textContent`. When a browser translates the page, it replaces text nodes, and an interpolation would update
 * a node that is no longer in the page.
 */
@Component({
  selector: 'lunch-menu',
  imports: [HaiiloHeight, SeatReservation],
  template: `
    <main haiiloHeight class="lunch" [lang]="texts().language">
      <h1 [textContent]="texts().greeting(context().userName ?? 'colleague')"></h1>
      <p class="lunch-canteen" [textContent]="texts().canteens[config().canteen]"></p>
      @if (editing()) {
        <p class="lunch-note" [textContent]="texts().editing"></p>
      }
      <ul class="lunch-menu">
        @for (dish of dishes(); track dish.id) {
          <li>
            <h2 [textContent]="dish.name[texts().language]"></h2>
            <p class="lunch-price" [textContent]="texts().price(dish.price)"></p>
            <seat-reservation class="lunch-reservation" [dish]="dish" [texts]="texts()" />
          </li>
        }
      </ul>
      @if (hidden() > 0) {
        <button
          type="button"
          class="lunch-more"
          [attr.aria-expanded]="showsAll()"
          [textContent]="showsAll() ? texts().fewer : texts().more(hidden())"
          (click)="showsAll.set(!showsAll())"
        ></button>
      }
    </main>
  `,
})
export class LunchMenu {
  private readonly host = injectHaiiloHost()
  private readonly menu = computed(() => menuOf(this.config().canteen))
  protected readonly context = this.host.context
  protected readonly config = this.host.config
  protected readonly editing = this.host.select(({ editing }) => editing)
  protected readonly showsAll = signal(false)
  protected readonly texts = computed(() => textsFor(this.context().userLanguage))
  protected readonly hidden = computed(() => this.menu().length - this.config().dishes)
  protected readonly dishes = computed(() =>
    this.showsAll() ? this.menu() : this.menu().slice(0, this.config().dishes),
  )
}
