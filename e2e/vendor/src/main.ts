import { JwkStore, PluginAdapter } from '@coyoapp/plugin-adapter'

// the page around the plug-in has the key server
if (new URLSearchParams(location.search).has('simulator'))
  JwkStore.getInstance().addHost(new URL(document.referrer).origin)

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
