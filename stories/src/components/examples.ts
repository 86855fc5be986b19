import configFields from './config-fields.ts?raw'
import type { Example } from './example.js'

/** The code of the fields in the settings form. The form on the page has the same fields. */
const FIELDS = configFields
  .replace(/^import .*\n/, '')
  .replace('export ', '')
  .trim()

/** One example for each component, by its tag. */
export const examples: Readonly<Record<string, Example>> = {
  'haiilo-alert': {
    markup: `
      <haiilo-alert tone="warning" heading="Closed on Friday">
        <p>The canteen north is closed on Friday. <a href="#notice">Read the notice</a></p>
        <haiilo-button slot="action">Show other canteens</haiilo-button>
      </haiilo-alert>`,
  },
  'haiilo-button': {
    markup: `
      <haiilo-button variant="primary">Order</haiilo-button>
      <haiilo-button>Change</haiilo-button>
      <haiilo-button variant="text">Later</haiilo-button>
      <haiilo-button variant="danger">Cancel the order</haiilo-button>
      <haiilo-button variant="primary" busy>Saving</haiilo-button>`,
  },
  'haiilo-card': {
    markup: `
      <haiilo-card heading="Canteen north" level="3">
        <haiilo-button slot="header" variant="text">Hide</haiilo-button>
        <p>Lentil soup, bread, an apple.</p>
        <haiilo-button slot="footer" variant="primary">Order</haiilo-button>
      </haiilo-card>`,
  },
  'haiilo-checkbox': {
    state: { isSubscribed: false },
    markup: `<haiilo-checkbox label="Send me the menu" hint="Each morning at seven" bind:checked="isSubscribed"></haiilo-checkbox>`,
  },
  'haiilo-config-form': {
    setup: {
      imports: { createHaiiloHost: '@haiilo-kit/core', defineFields: '@haiilo-kit/manifest' },
      code: `${FIELDS}\nconst host = createHaiiloHost({ view: 'config' })`,
    },
    markup: `<haiilo-config-form prop:fields="fields" prop:host="host"></haiilo-config-form>`,
  },
  'haiilo-dialog': {
    state: { isOpen: false },
    markup: `
      <haiilo-button id="show" on:click="isOpen = true">Cancel the order</haiilo-button>
      <haiilo-dialog heading="Cancel the order?" size="s" bind:open="isOpen">
        <p>If you cancel, somebody else can have your soup.</p>
        <haiilo-button id="keep" slot="actions" on:click="isOpen = false">Keep the order</haiilo-button>
        <haiilo-button id="cancel" slot="actions" variant="danger" on:click="isOpen = false">Cancel the order</haiilo-button>
      </haiilo-dialog>`,
  },
  'haiilo-empty-state': {
    markup: `
      <haiilo-empty-state heading="No menu yet" level="3">
        <p>Choose your canteen to see its menu every morning.</p>
        <haiilo-button slot="action" variant="primary">Choose a canteen</haiilo-button>
      </haiilo-empty-state>`,
  },
  'haiilo-host-status': {
    setup: { imports: { createHaiiloHost: '@haiilo-kit/core' }, code: 'const host = createHaiiloHost()' },
    markup: `
      <haiilo-host-status prop:host="host" help-base="https://docs.example.com/errors/">
        <p>Lentil soup, bread, an apple.</p>
      </haiilo-host-status>`,
  },
  'haiilo-radio-group': {
    state: { canteen: 'north' },
    markup: `
      <haiilo-radio-group label="Canteen" hint="Where you like to eat" bind:value="canteen">
        <option value="north">North</option>
        <option value="south">South</option>
      </haiilo-radio-group>`,
  },
  'haiilo-select': {
    state: { canteen: '' },
    markup: `
      <haiilo-select label="Canteen" hint="Where you like to eat" required bind:value="canteen">
        <option value="north">North</option>
        <option value="south">South</option>
        <option value="east">East</option>
      </haiilo-select>`,
  },
  'haiilo-skeleton': {
    markup: `
      <haiilo-skeleton shape="circle"></haiilo-skeleton>
      <haiilo-skeleton lines="3"></haiilo-skeleton>`,
  },
  'haiilo-spinner': {
    markup: `<p><haiilo-spinner size="s" label=""></haiilo-spinner> Loading the menu</p>`,
  },
  'haiilo-switch': {
    state: { isVegan: true },
    markup: `<haiilo-switch label="Only vegan dishes" hint="Changes the list immediately" bind:checked="isVegan"></haiilo-switch>`,
  },
  'haiilo-tabs': {
    state: { day: 'tuesday' },
    markup: `
      <haiilo-tabs label="Days" bind:selected="day">
        <haiilo-tab name="monday" label="Monday">Lentil soup</haiilo-tab>
        <haiilo-tab name="tuesday" label="Tuesday">Pasta with tomatoes</haiilo-tab>
        <haiilo-tab name="wednesday" label="Wednesday">Vegetable curry</haiilo-tab>
      </haiilo-tabs>`,
  },
  'haiilo-text-field': {
    state: { email: '' },
    markup: `
      <haiilo-text-field
        type="email" label="E-mail" hint="For the receipt" autocomplete="email" required bind:value="email"
      ></haiilo-text-field>`,
  },
  'haiilo-user': {
    markup: `<haiilo-user name="Ada Lovelace" detail="Cook of the day"></haiilo-user>`,
  },
}
