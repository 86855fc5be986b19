import '@haiilo-kit/example-lunch/lunch.css'
import type { LunchConfig } from '@haiilo-kit/example-lunch/fields'
import { useHaiiloConfig, useHaiiloHeight, useHaiiloSave, type HaiiloHost } from '@haiilo-kit/react'
import { useState, type ReactElement } from 'react'

import { LunchBoundary } from './lunch-boundary.js'

/**
 * The plug-in's own settings page. Its "save" button is the host's. It is written by hand, to show what the hooks do: `HaiiloConfigForm` of
 * `@haiilo-kit/ui/react` draws such a page of the fields, in the person's language.
 */
export function SettingsApp({ host }: { host: HaiiloHost<LunchConfig> }): ReactElement {
  return (
    <LunchBoundary host={host}>
      <Settings />
    </LunchBoundary>
  )
}

function Settings(): ReactElement {
  const config = useHaiiloConfig()
  const [canteen, setCanteen] = useState<string>(config.canteen)
  const [dishes, setDishes] = useState(String(config.dishes))
  const [complains, setComplains] = useState(false)
  const isValid = /^[1-9]$/.test(dishes)

  useHaiiloSave(() => {
    setComplains(!isValid)
    return isValid && { canteen, dishes: Number(dishes) }
  })

  return (
    <main ref={useHaiiloHeight()} className="lunch lunch-settings">
      <label>
        Canteen
        <select value={canteen} onChange={({ target }) => setCanteen(target.value)}>
          <option value="north">North canteen</option>
          <option value="south">South canteen</option>
        </select>
      </label>
      <label>
        Dishes shown at first
        <input
          inputMode="numeric"
          value={dishes}
          aria-invalid={complains && !isValid}
          aria-describedby="dishes-error"
          onChange={({ target }) => setDishes(target.value)}
        />
      </label>
      <p id="dishes-error" className="lunch-error" role="alert">
        {complains && !isValid && 'A number from 1 to 9, please.'}
      </p>
    </main>
  )
}
