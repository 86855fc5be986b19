import { Component, computed, signal } from '@angular/core'
import { HaiiloHeight, injectHaiiloHost } from '@haiilo-kit/angular'
import '@haiilo-kit/example-lunch/lunch.css'

/** The form, and what is saved of it. */
@Component({
  selector: 'lunch-settings',
  imports: [HaiiloHeight],
  template: `
    <main haiiloHeight class="lunch lunch-settings">
      <label>
        Canteen
        <select #field (change)="canteen.set(field.value)">
          <option value="north" [selected]="canteen() === 'north'">North canteen</option>
          <option value="south" [selected]="canteen() === 'south'">South canteen</option>
        </select>
      </label>
      <label>
        Dishes shown at first
        <input
          #number
          inputmode="numeric"
          [value]="dishes()"
          [attr.aria-invalid]="complains() && isWrong()"
          aria-describedby="dishes-error"
          (input)="dishes.set(number.value)"
        />
      </label>
      <p id="dishes-error" class="lunch-error" role="alert">
        {{ complains() && isWrong() ? 'A number from 1 to 9, please.' : '' }}
      </p>
    </main>
  `,
})
export class LunchSettings {
  private readonly host = injectHaiiloHost()
  protected readonly canteen = signal<string>(this.host.config().canteen)
  protected readonly dishes = signal(String(this.host.config().dishes))
  protected readonly complains = signal(false)
  protected readonly isWrong = computed(() => !/^[1-9]$/.test(this.dishes()))

  constructor() {
    this.host.onSave(() => {
      this.complains.set(this.isWrong())
      return !this.isWrong() && { canteen: this.canteen(), dishes: Number(this.dishes()) }
    })
  }
}
