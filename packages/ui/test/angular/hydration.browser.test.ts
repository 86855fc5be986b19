import { createApplication } from '@angular/platform-browser'
import { expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'

import { drawn, within } from '../draw.js'
import { provideServerPage, ServerPage } from './server-page.js'
import html from './server-page.snap?raw'

test('hydrates the elements of the server without an error, and makes them interactive', async () => {
  const spies = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
  const page = openPage()
  const [alert, field, toggle] = ['haiilo-alert', 'haiilo-text-field', 'haiilo-switch'].map((tag) => find(page, tag))
  const app = await createApplication({ providers: provideServerPage() })
  onTestFinished(() => {
    app.destroy()
    vi.restoreAllMocks()
  })
  app.bootstrap(ServerPage, find(page, 'app-root'))
  await app.whenStable()
  await drawn(page)
  for (const spy of spies) expect(spy).not.toHaveBeenCalled()
  // the same elements, not new ones
  expect(find(page, 'haiilo-alert')).toBe(alert)
  expect(find(page, 'haiilo-text-field')).toBe(field)
  expect(alert).toMatchObject({ heading: 'Closed', tone: 'warning', className: 'wide' })
  expect([field, find(page, 'haiilo-select')]).toMatchObject([{ value: 'Lunch' }, { value: 'south' }])
  expect([toggle, find(page, 'haiilo-tabs')]).toMatchObject([{ checked: true }, { selected: 'tuesday' }])
  expect(within(find(page, 'haiilo-config-form'), '[data-key=title]')).toMatchObject({ value: 'Lunch' })
  toggle?.focus()
  await userEvent.keyboard(' ')
  find(page, 'button[slot=action]').click()
  await app.whenStable()
  expect(alert).toMatchObject({ heading: 'Open' })
  expect(find(page, 'haiilo-card').textContent).toBe('OpenOrder')
  expect(page.textContent).not.toContain('Vegan')
})

/** Adds the markup of the server to the page. */
function openPage(): HTMLElement {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const page = document.createElement('main')
  // Angular requires this comment as the first node of the page: it proves that no tool has removed comments
  const mark = document.createComment('nghm')
  page.append(...body.childNodes)
  document.body.prepend(mark, page)
  onTestFinished(() => {
    mark.remove()
    page.remove()
  })
  return page
}

function find(page: Element, selector: string): HTMLElement {
  return page.querySelector<HTMLElement>(selector)!
}
