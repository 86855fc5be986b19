import { Component, signal } from '@angular/core'
import { expect, it, onTestFinished, vi } from 'vitest'

import { show } from '../../test/angular/show.js'
import { within } from '../../test/draw.js'
import { unsafeAddresses } from '../../test/unsafe-addresses.js'
import { HaiiloButton } from './index.js'

@Component({
  imports: [HaiiloButton],
  template: '<haiilo-button [href]="address()">More</haiilo-button>',
})
class More {
  readonly address = signal('https://example.com/')
}

it.each(unsafeAddresses)('leaves out an address that could run a script: %j', async (address) => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  onTestFinished(() => warn.mockRestore())
  const { view, find, settled } = await show(More)
  expect(within(find('haiilo-button'), 'a').href).toBe('https://example.com/')
  view.address.set(address)
  await settled()
  expect(within(find('haiilo-button'), 'a').hasAttribute('href')).toBe(false)
  expect(warn).toHaveBeenCalledOnce()
})
