import { describe, expect, it, onTestFinished } from 'vitest'
import { cdp } from 'vitest/browser'

import { draw, drawn, expectAccessible, within } from '../../../test/draw.js'
import './haiilo-spinner.js'
import type { HaiiloSpinner } from './haiilo-spinner.js'

describe('haiilo-spinner', () => {
  it('is a progress bar without a value, named in the language of the page', async () => {
    const spinner = await draw<HaiiloSpinner>('<haiilo-spinner></haiilo-spinner>')
    const arc = within(spinner, 'span')
    expect([arc.role, arc.ariaLabel, arc.hasAttribute('aria-valuenow')]).toEqual(['progressbar', 'Loading…', false])
    await expectAccessible()
    spinner.lang = 'de'
    await expect.poll(() => arc.ariaLabel).toBe('Wird geladen …')
  })

  it('uses the label as its name, and is hidden from screen readers with an empty label', async () => {
    const spinner = await draw<HaiiloSpinner>('<haiilo-spinner label="Saving"></haiilo-spinner>')
    const arc = within(spinner, 'span')
    expect(arc.ariaLabel).toBe('Saving')
    spinner.label = ''
    await drawn(document)
    expect([arc.role, arc.ariaHidden]).toEqual([null, 'true'])
    await expectAccessible()
  })

  it.each([
    ['s', 16],
    ['m', 20],
    ['l', 24],
    ['constructor', 20],
  ])('has the size %s', async (size, pixels) => {
    const spinner = await draw<HaiiloSpinner>(`<haiilo-spinner size="${size}"></haiilo-spinner>`)
    expect(within(spinner, 'span').offsetWidth).toBe(pixels)
  })

  it('fades instead of turning with prefers-reduced-motion', async () => {
    const spinner = await draw<HaiiloSpinner>('<haiilo-spinner></haiilo-spinner>')
    const animation = (): string => getComputedStyle(within(spinner, 'span')).animationName
    expect(animation()).toBe('turn')
    await prefer('prefers-reduced-motion', 'reduce')
    expect(animation()).toBe('fade')
  })
})

/** Emulates a media preference of the person until the end of the test. */
async function prefer(name: string, value: string): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name, value }] })
  onTestFinished(async () => {
    await cdp().send('Emulation.setEmulatedMedia', { features: [] })
  })
}
