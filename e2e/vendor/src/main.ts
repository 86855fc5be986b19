import { PluginAdapter } from '@coyoapp/plugin-adapter'

const adapter = new PluginAdapter()
const main = document.querySelector('main')

adapter
  .init()
  .then(({ claims }) => {
    if (main) main.textContent = JSON.stringify(claims)
    adapter.observeHeight(false, 'main')
  })
  .catch((error: unknown) => {
    if (main) main.textContent = `init failed: ${String(error)}`
  })
