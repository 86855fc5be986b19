import { Component, input, signal } from '@angular/core'
import { injectHaiiloHost } from '@haiilo-kit/angular'
import type { Dish } from '@haiilo-kit/example-lunch/menu'
import { reserveSeat } from '@haiilo-kit/example-lunch/reserve-seat'
import type { Texts } from '@haiilo-kit/example-lunch/texts'

/** Requests a seat from the host and shows the verified answer. */
@Component({
  selector: 'seat-reservation',
  template: `
    <button
      type="button"
      class="lunch-button"
      [attr.aria-label]="texts().reserveFor(dish().name[texts().language])"
      [textContent]="texts().reserve"
      (click)="reserve()"
    ></button>
    <p class="lunch-answer" role="status" [textContent]="answer()"></p>
  `,
})
export class SeatReservation {
  readonly dish = input.required<Dish>()
  readonly texts = input.required<Texts>()
  private readonly request = injectHaiiloHost().request
  protected readonly answer = signal('')

  protected async reserve(): Promise<void> {
    const { reserving, reserved, notReserved } = this.texts()
    this.answer.set(reserving)
    try {
      this.answer.set(reserved(await reserveSeat(this.request, this.dish())))
    } catch {
      this.answer.set(notReserved)
    }
  }
}
