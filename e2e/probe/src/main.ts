import { createHaiiloHost, onSave, type HaiiloHost, type WireEntry } from '@haiilo-kit/core'

declare global {
  interface Window {
    /** The host of a plug-in in plain TypeScript with all defaults, and what it recorded. */
    probe: { readonly host: HaiiloHost; readonly wire: readonly WireEntry[]; readonly saves: readonly string[] }
  }
}

const view = new URLSearchParams(location.search).get('view') === 'config' ? 'config' : 'plugin'
const wire: WireEntry[] = []
const saves: string[] = []
const host = createHaiiloHost({ view, onWire: (entry) => wire.push(entry) })
if (view === 'config') {
  onSave(host, ({ message }) => {
    saves.push(message.subject)
    return { canteen: 'south' }
  })
}
void host.ready().catch(() => undefined)
window.probe = { host, wire, saves }
document.documentElement.dataset['running'] = ''
