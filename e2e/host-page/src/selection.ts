import type { PluginView } from '@haiilo-kit/core'
import { simulatedFaults, type SimulatedHostOptions, type SimulatedUser } from '@haiilo-kit/simulator'

import { EXAMPLES, type Example } from '../../support/examples.js'
import { VENDOR_KEY_DOCUMENT } from './vendor-key-document.js'

/** A plug-in page that this host page can embed. */
export interface KnownPlugin {
  readonly url: string
  readonly view: PluginView
}

/** The plug-ins and the host options that the URL of the home selects by name. No part of the query is used as a URL. */
export interface Selection {
  readonly plugins: readonly KnownPlugin[]
  readonly options: Omit<SimulatedHostOptions, 'keyServer'>
}

/** Reads `?plugin=react&sandbox=opaque&fault=expired&user=grace&latency=50&keys=vendor`; `plugin` may occur several times. */
export function readSelection(search: string): Selection {
  const query = new URLSearchParams(search)
  const fault = query.get('fault')
  return {
    plugins: query.getAll('plugin').map((name) => pick(PLUGINS, name)),
    options: {
      user: pick(USERS, query.get('user') ?? 'ada'),
      sandbox: query.get('sandbox') === 'opaque' ? 'opaque' : 'same-origin',
      fault: simulatedFaults.find((known) => known === fault),
      latency: Number(query.get('latency') ?? 0),
      ...(query.get('keys') === 'vendor' && { jku: VENDOR_KEY_DOCUMENT }),
    },
  }
}

const PLUGINS: Readonly<Record<string, KnownPlugin>> = {
  ...Object.fromEntries(EXAMPLES.flatMap(pagesOf)),
  // an app that scripts/check/consumers.mjs serves
  consumer: { url: 'http://127.0.0.1:4110/', view: 'plugin' },
  // the specs that select these pages serve them
  ui: { url: 'http://127.0.0.1:4103/', view: 'plugin' },
  'ui-everything': { url: 'http://127.0.0.1:4103/everything.html', view: 'plugin' },
  'lunch-on-https': { url: 'https://lunch.example.org/', view: 'plugin' },
  probe: { url: 'http://127.0.0.1:4103/', view: 'plugin' },
  'probe-settings': { url: 'http://127.0.0.1:4103/?view=config', view: 'config' },
  vendor: { url: 'http://127.0.0.1:4104/', view: 'plugin' },
  'vendor-with-key-server': { url: 'http://127.0.0.1:4104/?simulator', view: 'plugin' },
  'vendor-settings': { url: 'http://127.0.0.1:4104/config.html', view: 'config' },
  sibling: { url: 'http://127.0.0.1:4105/', view: 'plugin' },
}

const USERS: Readonly<Record<string, Partial<SimulatedUser>>> = {
  ada: { userId: 'user-1', userName: 'Ada', userLanguage: 'en' },
  grace: { userId: 'user-2', userName: 'Grace', userLanguage: 'de' },
}

function pagesOf({ name, url }: Example): [string, KnownPlugin][] {
  return [
    [name, { url, view: 'plugin' }],
    [`${name}-settings`, { url: `${url}config.html`, view: 'config' }],
  ]
}

function pick<Value>(known: Readonly<Record<string, Value>>, name: string): Value {
  const value = Object.hasOwn(known, name) ? known[name] : undefined
  if (value !== undefined) return value
  throw new TypeError(`Unknown name "${name}". Known names: ${Object.keys(known).join(', ')}.`)
}
