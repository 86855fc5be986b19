import { useActionState, useState, type ReactElement } from 'react'
import { describe, expect, it } from 'vitest'

import { drawReact, one, shown, type } from '../../test/react-page.js'
import { HaiiloTextField } from './index.js'

// React 18 has no form actions
describe('a form with an action', () => {
  function Order({ start }: { readonly start?: string }): ReactElement {
    const [dish, setDish] = useState('')
    const [sent, send] = useActionState((_: unknown, data: FormData) => data.get('dish'), null)
    const controlled = { value: dish, onInput: () => setDish(one('haiilo-text-field').value) }
    return (
      <form action={send}>
        <HaiiloTextField label="Dish" name="dish" {...(start === undefined ? controlled : { value: start })} />
        <output>{typeof sent === 'string' ? sent : ''}</output>
      </form>
    )
  }

  it('gets the values, and keeps a controlled value', async () => {
    await drawReact(<Order />)
    await type('Soup{Enter}')
    await expect.poll(() => one('output').textContent).toBe('Soup')
    expect(shown()).toBe('Soup')
  })

  it('resets an uncontrolled value', async () => {
    await drawReact(<Order start="Tea" />)
    await type('{End}s{Enter}')
    await expect.poll(() => one('output').textContent).toBe('Teas')
    await expect.poll(shown).toBe('Tea')
  })
})
