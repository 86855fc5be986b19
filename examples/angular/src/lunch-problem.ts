import { Component, input, output } from '@angular/core'
import { describeError, type HaiiloError } from '@haiilo-kit/angular'
import '@haiilo-kit/example-lunch/lunch.css'

/** Shown when the connection failed: what the user can do, the error code and a button to try again. */
@Component({
  selector: 'lunch-problem',
  template: `
    <main class="lunch">
      <div class="lunch-problem" role="alert">
        <h1>Lunch cannot be shown</h1>
        <p [textContent]="describe(error())"></p>
        <small>{{ error().code }}</small>
      </div>
      <button type="button" class="lunch-button" (click)="retry.emit()">Try again</button>
    </main>
  `,
})
export class LunchProblem {
  readonly error = input.required<HaiiloError>()
  readonly retry = output()
  readonly describe = describeError
}
