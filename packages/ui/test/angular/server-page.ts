import { Component, signal, type ApplicationConfig } from '@angular/core'
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms'
import { provideClientHydration } from '@angular/platform-browser'

import {
  HaiiloAlert,
  HaiiloButton,
  HaiiloCard,
  HaiiloConfigForm,
  HaiiloSelect,
  HaiiloSwitch,
  HaiiloTab,
  HaiiloTabs,
  HaiiloTextField,
} from '../../src/angular/index.js'

/** A page that a server renders and a browser hydrates. */
@Component({
  selector: 'app-root',
  imports: [
    HaiiloAlert,
    HaiiloButton,
    HaiiloCard,
    HaiiloConfigForm,
    HaiiloSelect,
    HaiiloSwitch,
    HaiiloTab,
    HaiiloTabs,
    HaiiloTextField,
    ReactiveFormsModule,
  ],
  template: `
    <haiilo-alert class="wide" tone="warning" [heading]="heading()">
      Until Monday. <button slot="action" (click)="heading.set('Open')">Open</button>
    </haiilo-alert>
    <form [formGroup]="form">
      <haiilo-text-field label="Title" required formControlName="title" />
      <haiilo-select label="Canteen" formControlName="canteen">
        @for (canteen of canteens; track canteen) {
          <option [value]="canteen">{{ canteen }}</option>
        }
      </haiilo-select>
    </form>
    <haiilo-switch label="Vegan" [(checked)]="vegan" />
    <haiilo-tabs [(selected)]="day">
      <haiilo-tab name="monday" label="Monday">Soup</haiilo-tab>
      <haiilo-tab name="tuesday" label="Tuesday">
        <haiilo-card heading="Pie"
          >{{ heading() }}<haiilo-button slot="footer" variant="primary">Order</haiilo-button></haiilo-card
        >
      </haiilo-tab>
    </haiilo-tabs>
    @if (vegan()) {
      <p>Vegan</p>
    }
    <haiilo-config-form [fields]="fields" [stored]="{ title: 'Lunch' }" unguarded><p>More.</p></haiilo-config-form>
  `,
})
export class ServerPage {
  readonly heading = signal('Closed')
  readonly vegan = signal(true)
  readonly day = signal('tuesday')
  readonly canteens = ['north', 'south']
  readonly fields = [{ key: 'title', type: 'text', label: { en: 'Title' } }]
  readonly form = new FormGroup({ title: new FormControl('Lunch'), canteen: new FormControl('south') })
}

/** Returns the providers for server and browser. Call it on each of them, because Angular checks where it runs. */
export function provideServerPage(): ApplicationConfig['providers'] {
  return [provideClientHydration()]
}
