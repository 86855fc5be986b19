import type { ReactElement } from 'react'
import {
  HaiiloAlert,
  HaiiloButton,
  HaiiloConfigForm,
  HaiiloTab,
  HaiiloTabs,
  HaiiloTextField,
} from '../src/react/index.js'

const fields = [{ key: 'title', type: 'text', label: { en: 'Title' } }]

/** A page that a server renders and a browser hydrates. */
export const serverPage: ReactElement = (
  <div id="page" className="page">
    <HaiiloAlert id="closed" className="wide" style={{ color: 'red' }} tone="warning" heading="Closed" lang="en">
      Until Monday. <button slot="action">Other canteens</button>
    </HaiiloAlert>
    <HaiiloTextField
      aria-label="Title"
      data-key="title"
      value="Soup"
      required
      onInput={() => undefined}
      ref={() => undefined}
    />
    <HaiiloTabs selected="b">
      <HaiiloTab name="a" label="Monday">
        Soup
      </HaiiloTab>
      <HaiiloTab name="b" label="Tuesday">
        <HaiiloButton variant="primary" onClick={() => undefined}>
          Order
        </HaiiloButton>
      </HaiiloTab>
    </HaiiloTabs>
    <HaiiloConfigForm fields={fields} stored={{ title: 'Lunch' }} onSave={() => undefined} unguarded>
      <p>More.</p>
    </HaiiloConfigForm>
  </div>
)

/** The markup of the server: tags, attributes that all elements have, and the content. Hydration sets the rest. */
export const serverHtml =
  '<div id="page" class="page">' +
  '<haiilo-alert id="closed" class="wide" style="color:red" lang="en">Until Monday. <button slot="action">Other canteens</button></haiilo-alert>' +
  '<haiilo-text-field aria-label="Title" data-key="title"></haiilo-text-field>' +
  '<haiilo-tabs><haiilo-tab>Soup</haiilo-tab><haiilo-tab><haiilo-button>Order</haiilo-button></haiilo-tab></haiilo-tabs>' +
  '<haiilo-config-form><p>More.</p></haiilo-config-form>' +
  '</div>'
