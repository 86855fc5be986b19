import { createHaiiloHost, onSave, type HaiiloHost, type WireEntry } from '@haiilo-kit/core'

declare global {
  interface Window {
    /** The host of a plug-in in plain TypeScript, and what it recorded. Without parameters in the URL, all options have their defaults. */
    probe: { readonly host: HaiiloHost; readonly wire: readonly WireEntry[]; readonly saves: readonly string[] }
  }
}

const query = new URLSearchParams(location.search)
const view = query.get('view') === 'config' ? 'config' : 'plugin'
// `?embedder`: accepts the page around the plug-in, although it is not the tenant
const embedders = query.has('embedder') ? [new URL(document.referrer).origin] : []
// `?timeout=60000`: the longest time for a response
const timeout = Number(query.get('timeout') ?? NaN)
const wire: WireEntry[] = []
const saves: string[] = []
const host = createHaiiloHost({
  view,
  embedders,
  ...(timeout > 0 && { timeout }),
  onWire: (entry) => wire.push(entry),
})
if (view === 'config') {
  onSave(host, ({ message }) => {
    saves.push(message.subject)
    return { canteen: 'south' }
  })
}
void host.ready().catch(() => undefined)
window.probe = { host, wire, saves }
document.documentElement.dataset['running'] = ''
