import { PluginAdapter } from '@coyoapp/plugin-adapter'

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
