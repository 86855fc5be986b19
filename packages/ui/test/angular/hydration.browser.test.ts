import { createApplication } from '@angular/platform-browser'
import { expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'

import { drawn, within } from '../draw.js'
import { provideServerPage, ServerPage } from './server-page.js'
import html from './server-page.snap?raw'

test('takes over the elements that the server rendered, without a complaint, and brings them to life', async () => {
  const complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
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
  for (const complaint of complaints) expect(complaint).not.toHaveBeenCalled()
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

/** Puts what the server rendered where a browser would find it. */
function openPage(): HTMLElement {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const page = document.createElement('main')
  // Angular asks for this mark in front of everything: a proof that nobody took the comments out
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
