import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'

import { draw, drawn, expectAccessible, within } from '../../../test/draw.js'
import './haiilo-button.js'
import type { HaiiloButton } from './haiilo-button.js'

interface Form {
  readonly form: HTMLFormElement
  readonly button: HaiiloButton
  readonly events: string[]
}

/** A form with a button. Records its submit and reset events. */
async function drawForm(button: string): Promise<Form> {
  const form = await draw<HTMLFormElement>(
    `<form><input aria-label="Canteen" name="canteen" value="north" />${button}</form>`,
  )
  const events: string[] = []
  for (const type of ['submit', 'reset']) {
    form.addEventListener(type, (event) => {
      event.preventDefault()
      events.push(event.type)
    })
  }
  return { form, button: form.querySelector('haiilo-button') as HaiiloButton, events }
}

/** Resolves after the tasks that a click schedules. */
function afterClick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

describe('haiilo-button', () => {
  it('is pressed by Enter, by Space and by the pointer, once each', async () => {
    const button = await draw<HaiiloButton>('<haiilo-button>Save</haiilo-button>')
    const onClick = vi.fn()
    button.addEventListener('click', onClick)
    await userEvent.tab()
    expect(document.activeElement).toBe(button)
    await userEvent.keyboard('{Enter}')
    await userEvent.keyboard(' ')
    await userEvent.click(button)
    expect(onClick).toHaveBeenCalledTimes(3)
    await expectAccessible()
  })

  it.each(['primary', 'secondary', 'text', 'danger'])(
    'is accessible as %s, even if disabled or busy',
    async (variant) => {
      await draw(
        `<div>
        <haiilo-button variant="${variant}">Save</haiilo-button>
        <haiilo-button variant="${variant}" disabled>Save</haiilo-button>
        <haiilo-button variant="${variant}" busy>Save</haiilo-button>
        <haiilo-button variant="${variant}" href="#help">Help</haiilo-button>
      </div>`,
      )
      await expectAccessible()
    },
  )

  it('passes the focus to its control', async () => {
    const button = await draw<HaiiloButton>('<haiilo-button>Save</haiilo-button>')
    button.focus()
    expect(button.shadowRoot?.activeElement).toBe(within(button, 'button'))
  })

  it('uses the label as its accessible name', async () => {
    const button = await draw<HaiiloButton>(
      '<haiilo-button label="Close"><svg viewBox="0 0 1 1"></svg></haiilo-button>',
    )
    expect(within(button, 'button').getAttribute('aria-label')).toBe('Close')
    button.label = ''
    await drawn(document)
    expect(within(button, 'button').hasAttribute('aria-label')).toBe(false)
  })

  describe('in a form', () => {
    it.each(['submit', 'reset'])('does a %s by keyboard and by pointer', async (type) => {
      const { button, events } = await drawForm(`<haiilo-button type="${type}">Go</haiilo-button>`)
      button.focus()
      await userEvent.keyboard('{Enter}')
      await afterClick()
      await userEvent.click(button)
      await afterClick()
      expect(events).toEqual([type, type])
    })

    it.each(['type="button"', '', 'type="constructor"'])(
      'neither submits nor resets with the attributes %j',
      async (type) => {
        const { button, events } = await drawForm(`<haiilo-button ${type}>Go</haiilo-button>`)
        button.click()
        await afterClick()
        expect(events).toEqual([])
      },
    )

    it('does not submit if a listener further up in the page prevents the click', async () => {
      const { form, button, events } = await drawForm('<haiilo-button type="submit">Go</haiilo-button>')
      form.parentElement?.addEventListener('click', (event) => event.preventDefault())
      await userEvent.click(button)
      await afterClick()
      expect(events).toEqual([])
    })

    it('does not submit an invalid form', async () => {
      const { form, button, events } = await drawForm('<haiilo-button type="submit">Go</haiilo-button>')
      const input = form.elements[0] as HTMLInputElement
      input.required = true
      input.value = ''
      button.click()
      await afterClick()
      expect(events).toEqual([])
      expect(document.activeElement).toBe(input)
    })

    it('does not submit if a click listener removes it', async () => {
      const { button, events } = await drawForm('<haiilo-button type="submit">Go</haiilo-button>')
      button.addEventListener('click', () => button.remove())
      button.click()
      await afterClick()
      expect(events).toEqual([])
    })

    it('does nothing in a disabled fieldset', async () => {
      const { form, button, events } = await drawForm(
        '<fieldset disabled><haiilo-button type="submit">Go</haiilo-button></fieldset>',
      )
      const onClick = vi.fn()
      form.addEventListener('click', onClick)
      within(button, 'button').click()
      button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
      await afterClick()
      expect([events, onClick.mock.calls.length, within(button, 'button').disabled]).toEqual([[], 0, true])
      form.querySelector('fieldset')?.removeAttribute('disabled')
      await drawn(document)
      button.click()
      await afterClick()
      expect(events).toEqual(['submit'])
    })
  })

  it('ignores focus and clicks while it is disabled', async () => {
    const button = await draw<HaiiloButton>('<haiilo-button disabled>Save</haiilo-button>')
    const onClick = vi.fn()
    button.addEventListener('click', onClick)
    await userEvent.tab()
    expect(document.activeElement).not.toBe(button)
    await userEvent.click(button, { force: true })
    button.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(onClick).not.toHaveBeenCalled()
  })

  it('keeps focus and name, and ignores clicks while it is busy', async () => {
    const { button, events } = await drawForm('<haiilo-button type="submit">Save</haiilo-button>')
    const onClick = vi.fn()
    button.addEventListener('click', onClick)
    button.focus()
    button.busy = true
    await drawn(document)
    expect(button.shadowRoot?.activeElement).toBe(within(button, 'button'))
    await userEvent.keyboard('{Enter}')
    await userEvent.keyboard(' ')
    await userEvent.click(button)
    await afterClick()
    expect([onClick.mock.calls.length, events]).toEqual([0, []])
    expect(within(button, 'button').getAttribute('aria-busy')).toBe('true')
    expect(within(button, '.turning').getBoundingClientRect().width).toBeGreaterThan(10)
    await expectAccessible()
  })

  it('keeps its size while it is busy', async () => {
    const button = await draw<HaiiloButton>('<haiilo-button>Save it</haiilo-button>')
    const { width, height } = button.getBoundingClientRect()
    button.busy = true
    await drawn(document)
    expect(button.getBoundingClientRect()).toMatchObject({ width, height })
  })

  it('wraps a long word in a narrow container', async () => {
    const place = await draw(
      '<div><haiilo-button>Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz</haiilo-button></div>',
    )
    place.style.inlineSize = '200px'
    expect(place.scrollWidth).toBe(200)
    expect(place.querySelector('haiilo-button')?.clientHeight).toBeGreaterThan(40)
  })

  describe('with an href', () => {
    it('is a link that follows on Enter and does not submit its form', async () => {
      const { button, events } = await drawForm(
        '<haiilo-button type="submit" href="#learned" target="_self">More</haiilo-button>',
      )
      const link = within(button, 'a')
      expect([link.getAttribute('href'), link.target]).toEqual(['#learned', '_self'])
      button.focus()
      await userEvent.keyboard('{Enter}')
      await expect.poll(() => location.hash).toBe('#learned')
      await afterClick()
      expect(events).toEqual([])
      history.replaceState(null, '', location.pathname + location.search)
    })

    it('leads nowhere while it is disabled or busy', async () => {
      const button = await draw<HaiiloButton>('<haiilo-button href="#nowhere" disabled>More</haiilo-button>')
      expect(within(button, 'a').hasAttribute('href')).toBe(false)
      expect(within(button, 'a').getAttribute('aria-disabled')).toBe('true')
      await userEvent.click(button, { force: true })
      Object.assign(button, { disabled: false, busy: true })
      await drawn(document)
      await userEvent.click(button)
      await afterClick()
      expect(location.hash).toBe('')
    })
  })
})
