import { JwkStore, PluginAdapter } from '@coyoapp/plugin-adapter'

// the page around the plug-in has the key server
if (new URLSearchParams(location.search).has('simulator'))
  JwkStore.getInstance().addHost(new URL(document.referrer).origin)

const adapter = new PluginAdapter()
const main = document.querySelector('main')
let saves = 0

adapter
  .init(true)
  .then(({ claims }) => {
    // answers the first request with an object, all others with false
    adapter.onSave((respond) => respond(saves++ === 0 ? { canteen: 'south' } : false))
    if (main) main.textContent = JSON.stringify(claims)
  })
  .catch((error: unknown) => {
    if (main) main.textContent = `init failed: ${String(error)}`
  })
