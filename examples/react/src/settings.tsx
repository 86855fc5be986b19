import '@haiilo-kit/example-lunch/lunch.css'
import type { LunchConfig } from '@haiilo-kit/example-lunch/fields'
import { useHaiiloConfig, useHaiiloHeight, useHaiiloSave, type HaiiloHost } from '@haiilo-kit/react'
import { useState, type ReactElement } from 'react'

import { LunchBoundary } from './lunch-boundary.js'

/**
 * The settings page of the plug-in. The "save" button belongs to the host. This page is hand-written to show the hooks. To render a form
 * from the fields, in the language of the user, use `HaiiloConfigForm` of `@haiilo-kit/ui/react`.
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
  const [showsErrors, setShowsErrors] = useState(false)
  const isValid = /^[1-9]$/.test(dishes)

  useHaiiloSave(() => {
    setShowsErrors(!isValid)
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
          aria-invalid={showsErrors && !isValid}
          aria-describedby="dishes-error"
          onChange={({ target }) => setDishes(target.value)}
        />
      </label>
      <p id="dishes-error" className="lunch-error" role="alert">
        {showsErrors && !isValid && 'Enter a number from 1 to 9.'}
      </p>
    </main>
  )
}
