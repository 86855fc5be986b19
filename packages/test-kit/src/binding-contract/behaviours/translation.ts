import { expect, it, onTestFinished } from 'vitest'
import { ADA_TEXT, BOUNDARY, createHost, eventually, mount, openPage, type ContractContext } from '../contract-page.js'
import { translatePage, untranslated } from '../../translate-page.js'

export function translation({ driver, consoleMessages }: ContractContext): void {
  it('shows each state once while the browser translates the page', async () => {
    const { options, home } = openPage({ hold: true, fault: 'tampered' })
    const host = createHost(options)
    const { element, errors } = await mount(driver, { provider: { host }, scene: BOUNDARY })
    onTestFinished(translatePage(element))
    const shown = (): string => untranslated(element.textContent)
    expect(element.textContent).toBe('⟦connecting⟧')
    options.release()
    await eventually(shown, 'failed: ERR_TOKEN_SIGNATURE')
    options.hold()
    home.setFault(undefined)
    element.querySelector('button')?.click()
    await eventually(shown, 'connecting')
    options.release()
    await eventually(shown, ADA_TEXT)
    host.close()
    await eventually(shown, driver.kind === 'core' ? 'closed' : '')
    host.retry()
    await eventually(shown, ADA_TEXT)
    expect(errors).toEqual([])
    expect(consoleMessages).toEqual([])
  })
}
