import { expect, it } from 'vitest'

import { within } from '../../test/draw.js'
import { hydrateReact, one } from '../../test/react-page.js'
import { serverHtml, serverPage } from '../../test/react-server-page.js'

it('hydrates the markup of a server, even if the components have already rendered, and sets their properties', async () => {
  const { place } = await hydrateReact(serverHtml, serverPage)
  const field = one('haiilo-text-field')
  expect([field.value, field.required]).toEqual(['Soup', true])
  const { tone, heading, id, className, lang } = one('haiilo-alert')
  expect([tone, heading, id, className, lang]).toEqual(['warning', 'Closed', 'closed', 'wide', 'en'])
  expect(within(one('haiilo-tabs'), '[aria-selected=true]').textContent.trim()).toBe('Tuesday')
  expect(one('haiilo-config-form').values).toEqual({ title: 'Lunch' })
  expect(place.textContent).toBe('Until Monday. Other canteensSoupOrderMore.')
})
