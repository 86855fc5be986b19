// Uses a built Storybook with the add-on like an author: stories, panel, toolbar and docs pages. The stories are those of
// `consumers/storybook-*`.
import { AxeBuilder } from '@axe-core/playwright'

/** @param {import('playwright').Page} page @param {string} url The address of the Storybook. */
export async function checkStorybook(page, url) {
  const errors = []
  page.on('pageerror', (error) => errors.push(error.message))
  const story = page.frameLocator('#storybook-preview-iframe')
  await page.goto(`${url}?path=/story/lunch--ready`)
  await story.getByRole('heading', { name: 'Enjoy, Grace' }).waitFor()
  await usePanel(page)
  await useToolbar(page, story)
  await openDocs(page, url, story)
  await openHostileUrl(page, url, story)
  if (errors.length > 0) throw new Error(`The Storybook has thrown errors:\n${errors.join('\n')}`)
}

/** Opens the panel and a message by keyboard, and checks its accessibility. */
async function usePanel(page) {
  await page.getByRole('tab', { name: 'Haiilo' }).focus()
  await page.keyboard.press('Enter')
  const panel = page.locator('#storybook-panel-root')
  await panel.getByRole('row', { name: /to plug-in init sent/ }).waitFor()
  await panel.getByRole('button', { name: 'init' }).first().focus()
  await page.keyboard.press('Enter')
  await panel.getByRole('region', { name: 'Details of the message' }).waitFor()
  await page.keyboard.press('Escape')
  const { violations } = await new AxeBuilder({ page }).include('#storybook-panel-root [role=tabpanel]').analyze()
  if (violations.length > 0) throw new Error(`axe: ${violations.map(({ id, help }) => `${id} (${help})`).join(', ')}`)
}

/** Chooses a fault by keyboard: the story is loaded again, and the badge counts the refused message. */
async function useToolbar(page, story) {
  await page.getByRole('button', { name: 'Haiilo: fault of the host' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'unsigned' }).waitFor()
  // “As in the story” is the first one
  for (let step = 0; step < 5; step += 1) {
    if (await page.getByRole('option', { name: 'unsigned' }).evaluate((option) => option === document.activeElement))
      break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await story.getByRole('alert').filter({ hasText: 'ERR_TOKEN_ALGORITHM' }).waitFor()
  await page.getByRole('tab', { name: 'Haiilo 1' }).waitFor()
}

/** Every story of a docs page has its own host, which closes with the page. */
async function openDocs(page, url, story) {
  await page.goto(`${url}?path=/docs/lunch--docs`)
  await story.getByRole('heading', { name: 'Enjoy, Grace' }).nth(2).waitFor()
  await story.getByText('ERR_TOKEN_EXPIRED').waitFor()
  const frame = page.frames().find((each) => each.url().includes('iframe.html'))
  const states = () => frame.evaluate(() => globalThis.hosts.map((host) => host.getSnapshot().status))
  const open = await states()
  if (open.join() !== 'ready,ready,ready,failed') throw new Error(`The hosts of the docs page are ${open.join()}.`)
  await page.getByRole('link', { name: 'Expired' }).click()
  await frame.waitForFunction(() => globalThis.hosts.length === 5)
  const closed = (await states()).slice(0, 4)
  if (closed.some((state) => state !== 'closed'))
    throw new Error(`After the docs page, its hosts are ${closed.join()}.`)
}

/** A link to a Storybook can set toolbar values. Those that the toolbar does not offer have no effect. */
async function openHostileUrl(page, url, story) {
  const globals = ['User', 'Language', 'View', 'Editing', 'Fault', 'Latency'].map((name) => `haiilo${name}:attacker`)
  await page.goto(`${url}?path=/story/lunch--ready&globals=${globals.join(';')}&src=attacker`)
  await story.getByRole('heading', { name: 'Enjoy, Grace' }).waitFor()
}
