import { expect, test } from '@haiilo-kit/sandbox/playwright'

test('greets the user in their language', async ({ home }) => {
  const plugin = await home.open({ user: { userName: 'Grace', userLanguage: 'de' } })
  await expect(plugin.getByText('Willkommen, Grace!')).toBeVisible()
})

test('praises people who are done, and grows for that', async ({ home }) => {
  const plugin = await home.open({ config: { tasks: 'Coffee, Tour' } })
  await plugin.getByRole('checkbox', { name: 'Coffee' }).check()
  await expect(plugin.getByText('1 of 2 done')).toBeVisible()
  await plugin.getByRole('checkbox', { name: 'Tour' }).check()
  await expect(plugin.getByText('Well done')).toBeVisible()
  await expect(home).toFitContent()
})

test('shows the title from its settings', async ({ home }) => {
  const plugin = await home.open()
  const settings = await home.openSettings()
  await settings.getByLabel('Title').fill('Monday')
  expect(await home.save()).toBe(true)
  await expect(plugin.getByRole('heading', { name: 'Monday' })).toBeVisible()
})

test('shows people what to do about an expired token', async ({ home }) => {
  const plugin = await home.open({ fault: 'expired' })
  await expect(plugin.getByRole('alert')).toContainText('ERR_TOKEN_EXPIRED')
})
