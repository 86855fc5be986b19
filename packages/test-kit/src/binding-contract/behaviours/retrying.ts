import { expect, it } from 'vitest'
import { ADA_TEXT, BOUNDARY, countInits, eventually, mount, openPage, type ContractContext } from '../contract-page.js'

export function retrying({ driver }: ContractContext): void {
  it('shows the error code, and is ready after a retry', async () => {
    const { options, home } = openPage({ fault: 'tampered' })
    const { element } = await mount(driver, { provider: { options }, scene: BOUNDARY })
    await eventually(() => element.textContent, 'failed: ERR_TOKEN_SIGNATURE')
    home.setFault(undefined)
    element.querySelector('button')?.click()
    await eventually(() => element.textContent, ADA_TEXT)
    expect(countInits(home)).toBe(2)
  })
}
