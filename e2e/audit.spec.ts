import type { Page } from '@playwright/test'
import { auditAccessibility, type AuditOptions } from '@haiilo-kit/sandbox/playwright'

import { ONCE } from './support/examples.js'
import { expect, test } from './support/test.js'

const GOOD = `<main><h1>Lunch</h1><p>Soup</p><label>Canteen <input name="canteen"></label> <a href="#menu">Menu</a>
  <button type="button">Reserve</button></main>`

/** Opens a page. `{frame}` in its body is replaced by a cross-origin frame. */
async function show(page: Page, body: string, { head = '', frame = '' } = {}): Promise<void> {
  const title = '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Lunch</title>'
  await page.route('http://plugin.test/', (route) =>
    route.fulfill({ contentType: 'text/html', body: `${title}${frame}` }),
  )
  await page.route('http://home.test/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `${title}${head}${body.replace('{frame}', '<iframe title="Lunch" src="http://plugin.test/"></iframe>')}`,
    }),
  )
  await page.goto('http://home.test/')
}

/** Returns the problems in short form: check, rule and element. */
async function found(page: Page, options?: AuditOptions): Promise<readonly string[]> {
  const problems = await auditAccessibility(page, options)
  return problems.map(({ check, rule, element }) => `${check} ${rule} ${element}`)
}

test.describe('the audit', { tag: ONCE }, () => {
  test('finds no problem in a good page, and restores its state', async ({ page }) => {
    await show(page, `${GOOD}{frame}`, { frame: '<main><h1>Soup</h1><button>Reserve</button></main>' })
    await page.emulateMedia({ colorScheme: 'dark' })
    const state = (): Promise<unknown> =>
      page.evaluate(() => [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, document.body.tabIndex])
    const before = await state()
    expect(await found(page)).toEqual([])
    expect(await state()).toEqual(before)
  })

  test('finds no problem in a page without controls', async ({ page }) => {
    await show(page, '<main><h1>Lunch</h1></main>')
    expect(await found(page)).toEqual([])
  })

  const FAINT = '@media (prefers-color-scheme: dark) { p { color: #aaa; background: #fff } }'
  test('finds a problem that only exists in dark mode', async ({ page }) => {
    await show(page, GOOD, { head: `<style>${FAINT}</style>` })
    const problems = await auditAccessibility(page, { checks: ['rules'] })
    expect(problems.map(({ rule, element }) => [rule, element])).toEqual([['color-contrast', '<p>Soup</p>']])
    expect(problems[0]?.message).toContain('(dark)')
    expect(await found(page, { checks: ['rules'], disableRules: ['color-contrast'] })).toEqual([])
  })

  test('reports an element on one line, without control characters', async ({ page }) => {
    await show(
      page,
      `<main><h1>Lunch</h1><p title="&#x1b;[2J&#xa;&#x202e;" style="color: #bbb; background: #fff">Soup</p></main>`,
    )
    const problems = await auditAccessibility(page, { checks: ['rules'] })
    expect(problems.map(({ element }) => element.replaceAll('\uFFFD', '?')).at(0)).toContain('<p title="?[2J??" ')
  })

  test('knows the background of a page that follows the color scheme, even with a content security policy', async ({
    page,
  }) => {
    const head = `<meta name="color-scheme" content="light dark">
      <meta http-equiv="content-security-policy" content="default-src 'none'">`
    await show(page, GOOD, { head })
    expect(await found(page)).toEqual([])
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0)
  })

  test('finds problems in a cross-origin frame and in a shadow root', async ({ page }) => {
    await show(
      page,
      `${GOOD}<div><template shadowrootmode="open"><input style="block-size: 3rem"></template></div>{frame}`,
      {
        frame: '<main><h1>Soup</h1><button></button></main>',
      },
    )
    const rules = await found(page, { checks: ['rules'] })
    expect(new Set(rules)).toEqual(
      new Set(['rules label <input style="block-size: 3rem">', 'rules button-name <button></button>']),
    )
  })

  test('finds elements that make a narrow page scroll horizontally, also in frames and shadow roots', async ({
    page,
  }) => {
    const wide = '<div id="wide" style="inline-size: 500px">Soup</div>'
    await show(page, `${GOOD}<div><template shadowrootmode="open">${wide}</template></div>{frame}`, {
      frame: `<main><h1>Soup</h1>${wide}</main>`,
    })
    expect(await found(page, { checks: ['reflow'] })).toEqual([
      'reflow 1.4.10 <div id="wide" style="inline-size: 500px">',
      'reflow 1.4.10 <div id="wide" style="inline-size: 500px">',
    ])
  })

  test('checks only the frame that the option `frame` selects', async ({ page }) => {
    const bad =
      '<style>:focus { outline: 0 }</style><b style="display: block; inline-size: 900px"></b><button></button>'
    await show(page, `${bad}{frame}`, { frame: '<main><h1>Soup</h1><button style="outline: 0">A</button></main>' })
    expect(await found(page, { frame: 'iframe' })).toEqual(['focus 2.4.7 <button style="outline: 0">'])
    await expect(auditAccessibility(page, { frame: '#none' })).rejects.toThrow('No frame of the page matches "#none".')
    await expect(auditAccessibility(page, { frame: 'b' })).rejects.toThrow('No frame of the page matches "b".')
  })

  test('finds a control without a focus indicator, also in a shadow root', async ({ page }) => {
    const bare = '<button style="outline: 0">Soup</button>'
    await show(page, `${GOOD}${bare}<div><template shadowrootmode="open">${bare}</template></div>`)
    const hidden = 'focus 2.4.7 <button style="outline: 0">'
    expect(await found(page, { checks: ['focus'] })).toEqual([hidden, hidden])
  })

  test('accepts a focus indicator next to the control', async ({ page }) => {
    const head = `<style>input { position: absolute; opacity: 0 } input:focus-visible + span { text-decoration: underline }</style>`
    await show(page, '<main><label><input type="checkbox"><span>Soup</span></label></main>', { head })
    expect(await found(page, { checks: ['focus'] })).toEqual([])
  })

  for (const [name, selector] of [
    ['itself', '#trap'],
    ['another control', '[name=canteen]'],
  ] as const) {
    test(`finds a control that always moves the focus to ${name}`, async ({ page }) => {
      await show(page, `<button>First</button>${GOOD}<button id="trap">Trap</button>`)
      await page.evaluate(keepFocus, selector)
      const problems = await auditAccessibility(page, { checks: ['focus'] })
      expect(problems.map(({ rule, message }) => [rule, message])).toEqual([
        ['2.1.2', 'The Tab key does not move the focus out of this element.'],
      ])
    })
  }

  test('finds a control that keeps the focus even if it is the only control', async ({ page }) => {
    await show(page, '<button id="trap">Trap</button>')
    expect(await found(page, { checks: ['focus'] })).toEqual([])
    await page.evaluate(keepFocus, '#trap')
    expect(await found(page, { checks: ['focus'] })).toEqual(['focus 2.1.2 <button id="trap">'])
  })

  test('moves the focus through fields with several parts and through dialogs', async ({ page }) => {
    await show(
      page,
      `${GOOD}<label>Day <input type="datetime-local"></label><dialog aria-label="Order"><button>One</button><button>Two</button></dialog>`,
    )
    expect(await found(page)).toEqual([])
    await page.evaluate(() => document.querySelector('dialog')?.showModal())
    expect(await found(page)).toEqual([])
  })

  test('moves the focus past several frames without controls', async ({ page }) => {
    const frames = Array.from({ length: 3 }, () => '{frame}')
      .join('')
      .replaceAll('{frame}', '<iframe title="Soup" srcdoc="<p>Soup"></iframe>')
    await show(page, `${GOOD}${frames}<button style="outline: 0">Last</button>`)
    expect(await found(page, { checks: ['focus'] })).toEqual(['focus 2.4.7 <button style="outline: 0">'])
  })
})

/** Runs in the page: any key press on the trap moves the focus to the element with this selector. */
function keepFocus(selector: string): void {
  document.querySelector('#trap')?.addEventListener('keydown', (event) => {
    event.preventDefault()
    document.querySelector<HTMLElement>(selector)?.focus()
  })
}
