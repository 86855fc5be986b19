import { expect, it, onTestFinished } from 'vitest'

import { draw, drawn, within } from '../../test/draw.js'
import '../components/config-form/haiilo-config-form.js'
import type { HaiiloConfigForm } from '../components/config-form/haiilo-config-form.js'

const fields = [{ key: 'title', type: 'text', label: { en: 'Title' } }]

function openFrame(): Document {
  const frame = document.createElement('iframe')
  document.body.append(frame)
  onTestFinished(() => frame.remove())
  if (!frame.contentDocument) throw new Error('The document of the frame is not accessible.')
  return frame.contentDocument
}

/** Returns the number of style sheets, and a computed style from one of them. */
function appearance(form: HaiiloConfigForm): [sheets: number, gap: string] {
  return [form.shadowRoot?.adoptedStyleSheets.length ?? 0, getComputedStyle(within(form, '.fields')).rowGap]
}

it('keeps its style in another document, when it renders there first, moves there, or moves back', async () => {
  const here = await draw<HaiiloConfigForm>('<haiilo-config-form></haiilo-config-form>')
  here.fields = fields
  await drawn(document)
  const [sheets, gap] = appearance(here)
  expect([sheets > 0, gap]).toEqual([true, '24px'])

  const page = openFrame()
  const first = Object.assign(document.createElement('haiilo-config-form'), { fields })
  page.body.append(first, document.createElement('haiilo-alert'))
  expect(page.adoptedStyleSheets).toHaveLength(1)
  await drawn(page)
  expect(appearance(first)).toEqual([sheets, gap])

  page.body.append(here)
  await drawn(page)
  expect(appearance(here)).toEqual([sheets, gap])
  expect(here.shadowRoot?.querySelector('[data-key]')?.shadowRoot?.adoptedStyleSheets.length).toBeGreaterThan(0)

  document.body.append(here)
  onTestFinished(() => here.remove())
  await drawn(document)
  expect(appearance(here)).toEqual([sheets, gap])
  expect(() => document.implementation.createHTMLDocument().body.append(here)).not.toThrow()
})
