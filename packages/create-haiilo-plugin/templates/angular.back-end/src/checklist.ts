import { Component, computed, signal } from '@angular/core'
import { HaiiloHeight, injectHaiiloHost } from '@haiilo-kit/angular'
import { HaiiloAlert, HaiiloCheckbox, HaiiloUser } from '@haiilo-kit/ui/angular'

import { BackEndUser } from './back-end-user'
import { tasksOf } from './tasks'
import { textsFor } from './texts'

/** The configured tasks. The user is verified, because this component is inside `*haiiloHostReady`. */
@Component({
  selector: 'app-checklist',
  imports: [BackEndUser, HaiiloAlert, HaiiloCheckbox, HaiiloHeight, HaiiloUser],
  template: `
    <main haiiloHeight class="plugin" [attr.data-colour]="config().colour" [lang]="texts().language">
      <header class="plugin-header">
        <haiilo-user [name]="userName()" initialsOnly />
        <div>
          <h1>{{ config().title }}</h1>
          <p class="plugin-quiet">{{ texts().greeting(userName()) }}</p>
        </div>
      </header>
      <div class="plugin-progress">
        <progress [value]="count()" [max]="tasks().length" [attr.aria-label]="config().title"></progress>
        <p class="plugin-quiet">{{ texts().progress(count(), tasks().length) }}</p>
      </div>
      <ul>
        @for (task of tasks(); track task) {
          <li>
            <haiilo-checkbox
              [label]="task"
              [checked]="done().has(task)"
              (checkedChange)="mark(task, $event)"
              [disabled]="editing()"
            />
          </li>
        }
      </ul>
      @if (editing()) {
        <haiilo-alert>{{ texts().editing }}</haiilo-alert>
      }
      @if (count() === tasks().length) {
        <haiilo-alert tone="success">{{ texts().praise }}</haiilo-alert>
      }
      <app-back-end-user />
    </main>
  `,
})
export class Checklist {
  private readonly host = injectHaiiloHost()
  protected readonly config = this.host.config
  protected readonly editing = this.host.select(({ editing }) => editing)
  protected readonly done = signal<ReadonlySet<string>>(new Set())
  protected readonly userName = computed(() => this.host.context().userName ?? '')
  protected readonly texts = computed(() => textsFor(this.host.context().userLanguage))
  protected readonly tasks = computed(() => tasksOf(this.config().tasks))
  protected readonly count = computed(() => this.tasks().filter((task) => this.done().has(task)).length)

  protected mark(task: string, isDone: boolean): void {
    const others = [...this.done()].filter((each) => each !== task)
    this.done.set(new Set(isDone ? [...others, task] : others))
  }
}
