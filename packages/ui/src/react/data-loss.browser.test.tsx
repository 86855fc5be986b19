import { StrictMode, useState, type ReactElement } from 'react'

import { describeDataLoss, createFields, STORED } from '../../test/data-loss-contract.js'
import { drawReact } from '../../test/react-page.js'
import { HaiiloConfigForm, HaiiloTextField } from './index.js'

const model = new Map<string, string>()

describeDataLoss('React', ['controlled', 'uncontrolled', 'transformed'], async () => {
  model.clear()
  let stored: Readonly<Record<string, unknown>> = STORED
  const render = (): Promise<void> =>
    page.draw(
      <StrictMode>
        <Settings stored={{ ...stored }} />
      </StrictMode>,
    )
  const page = await drawReact(null)
  await render()
  return {
    render,
    store: (next) => {
      stored = next
      return render()
    },
    modelOf: (id) => model.get(id),
  }
})

function Settings({ stored }: { readonly stored: Readonly<Record<string, unknown>> }): ReactElement {
  const [title, setTitle] = useState('Soup')
  const [, render] = useState(0)
  const [trimmed, setTrimmed] = useState('Soup')
  model.set('controlled', title)
  model.set('transformed', trimmed)
  return (
    // every event renders the page again
    <main onInput={() => render((count) => count + 1)} onChange={() => render((count) => count + 1)}>
      <HaiiloConfigForm fields={createFields()} stored={stored} onSave={() => render((count) => count + 1)} />
      <HaiiloTextField
        id="controlled"
        label="Controlled"
        value={title}
        onInput={(event) => setTitle(event.currentTarget.value)}
      />
      <HaiiloTextField id="uncontrolled" label="Uncontrolled" value="Soup" />
      <HaiiloTextField
        id="transformed"
        label="Transformed"
        value={trimmed}
        onInput={({ currentTarget }) => setTrimmed(currentTarget.value.replaceAll(/\d/g, ''))}
      />
    </main>
  )
}
