import { JwkStore, PluginAdapter } from '@coyoapp/plugin-adapter'

if (new URLSearchParams(location.search).has('simulator')) JwkStore.getInstance().addHost('http://localhost:4101')

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
