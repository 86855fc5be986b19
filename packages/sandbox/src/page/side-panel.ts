import '@haiilo-kit/ui/select'
import '@haiilo-kit/ui/switch'
import '@haiilo-kit/ui/tabs'
import '@haiilo-kit/ui/text-field'
import { describeFault, simulatedFaults } from '@haiilo-kit/simulator'
import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { PluginState } from '../contract/plugin-state.js'
import type { SandboxSetup, SetupInstance } from '../contract/setup.js'
import { LIMITS, usersOf } from '../setup/index.js'
import { entryPointOf, globalFields, pluginName, type ShownEntryPoint } from './entry-points.js'

export type SideTab = 'page' | 'widget' | 'plugin'

export interface SidePanelState {
  readonly setup: SandboxSetup
  readonly plugin: PluginState
  readonly entryPoints: readonly ShownEntryPoint[]
  readonly selected: SetupInstance | undefined
  readonly tab: SideTab
}

export interface SidePanelActions {
  readonly change: (change: Partial<SandboxSetup>) => void
  readonly changeInstance: (id: string, change: Partial<SetupInstance>) => void
  readonly setTenant: (tenant: SandboxSetup['tenant']) => void
  readonly select: (id: string) => void
  readonly showTab: (tab: SideTab) => void
  readonly remove: (id: string) => void
  readonly reload: (id: string) => void
  readonly openSettings: (id: string) => void
  readonly openGlobalConfig: () => void
  readonly openPeople: () => void
  readonly copyLink: () => void
  readonly reset: () => void
}

/** The controls beside the page of the tenant. */
export function sidePanel(state: SidePanelState, actions: SidePanelActions): TemplateResult {
  const flaws = state.plugin.findings.length
  return html`<haiilo-tabs
    label="Controls"
    .selected=${live(state.tab)}
    @change=${(event: Event) => {
      if (event.target === event.currentTarget) actions.showTab(valueOf(event, 'selected') as SideTab)
    }}
  >
    <haiilo-tab name="page" label="Page">${pageTab(state, actions)}</haiilo-tab>
    <haiilo-tab name="widget" label="Widget">${widgetTab(state, actions)}</haiilo-tab>
    <haiilo-tab name="plugin" label=${flaws ? `Plug-in (${flaws})` : 'Plug-in'}>${pluginTab(state)}</haiilo-tab>
  </haiilo-tabs>`
}

function pageTab({ setup, plugin }: SidePanelState, actions: SidePanelActions): TemplateResult {
  const people = usersOf(setup).map(({ userId, userName, userLanguage }) => ({
    value: userId,
    label: userName || userId,
    description: `${userId}, ${userLanguage || 'no language'}`,
  }))
  return html`<div class="stack">
    ${select('Signed in', setup.user, people, (user) => actions.change({ user }))}
    <haiilo-button @click=${actions.openPeople}>Manage people</haiilo-button>
    ${select('Tenant', setup.tenant, TENANTS, (tenant) => actions.setTenant(tenant as SandboxSetup['tenant']))}
    ${select('Frames', setup.sandbox, SANDBOXES, (sandbox) => actions.change({ sandbox: sandbox as SandboxSetup['sandbox'] }))}
    ${toggle('Edit mode', setup.editing, (editing) => actions.change({ editing }))}
    ${toggle('Dark', setup.theme === 'dark', (dark) => actions.change({ theme: dark ? 'dark' : 'light' }))}
    ${
      globalFields(plugin).length
        ? html`<haiilo-button @click=${actions.openGlobalConfig}>Global configuration</haiilo-button>`
        : nothing
    }
    <div class="row">
      <haiilo-button @click=${actions.copyLink}>Copy link</haiilo-button>
      <haiilo-button @click=${actions.reset}>Reset</haiilo-button>
    </div>
    <p class="quiet">The link holds everything that is set up here. It opens the same page in your sandbox only.</p>
  </div>`
}

const TENANTS = [
  { value: 'first', label: 'First tenant', description: 'tenant-1' },
  { value: 'second', label: 'Second tenant', description: 'tenant-2' },
]
const SANDBOXES = [
  { value: 'same-origin', label: 'Keep their origin', description: 'The sandbox has allow-same-origin.' },
  {
    value: 'opaque',
    label: 'Opaque origin',
    description: 'No storage, no cookies; modules and fetch need CORS headers.',
  },
]

function widgetTab({ setup, entryPoints, selected }: SidePanelState, actions: SidePanelActions): TemplateResult {
  if (!selected) return html`<p class="stack quiet">There is no widget on the page. Add one.</p>`
  const { id, columns, fault, latency } = selected
  const entryPoint = entryPointOf(entryPoints, selected.entryPoint)
  const hasSettings = entryPoint?.configUrl !== undefined || (entryPoint?.fields.length ?? 0) > 0
  const set = (change: Partial<SetupInstance>): void => actions.changeInstance(id, change)
  return html`<div class="stack">
    ${select(
      'Widget',
      id,
      setup.instances.map((each) => instanceOption(each, entryPoints)),
      actions.select,
    )}
    ${select('Entry point', entryPoint?.id ?? '', entryPointOptions(entryPoints), (entryPoint) =>
      set({ entryPoint: entryPoint || undefined, config: {} }),
    )}
    ${number('Columns', columns, { min: 1, max: LIMITS.columns }, (value) => set({ columns: value }))}
    ${select('Fault', fault ?? '', FAULTS, (value) => set({ fault: value || undefined }))} ${faultWords(fault)}
    ${number('Latency in ms', latency ?? 0, { min: 0, max: LIMITS.latency }, (value) => set({ latency: value || undefined }))}
    <div class="row">
      ${hasSettings ? html`<haiilo-button @click=${() => actions.openSettings(id)}>Settings</haiilo-button>` : nothing}
      <haiilo-button @click=${() => actions.reload(id)}>Reload</haiilo-button>
      <haiilo-button @click=${() => actions.remove(id)}>Remove</haiilo-button>
    </div>
    <dl class="facts">
      <dt>Source id</dt>
      <dd><code>${id}</code></dd>
      <dt>Page</dt>
      <dd>${entryPoint?.url ?? 'unknown'}</dd>
      ${
        entryPoint?.permissions.length
          ? html`<dt>Permissions</dt>
              <dd>${entryPoint.permissions.join(', ')}</dd>`
          : nothing
      }
    </dl>
  </div>`
}

const FAULTS = [
  { value: '', label: 'None' },
  ...simulatedFaults.map((fault) => ({
    value: fault,
    label: fault,
    description: `The host ${describeFault(fault).does}.`,
  })),
]

function faultWords(name: string | undefined): unknown {
  const fault = simulatedFaults.find((each) => each === name)
  return fault ? html`<p class="quiet">A correct plug-in ${describeFault(fault).reaction}.</p>` : nothing
}

function instanceOption({ id, entryPoint }: SetupInstance, entryPoints: readonly ShownEntryPoint[]) {
  return { value: id, label: `${id}, ${entryPointOf(entryPoints, entryPoint)?.name ?? 'unknown entry point'}` }
}

function entryPointOptions(entryPoints: readonly ShownEntryPoint[]) {
  return entryPoints.map(({ id, name, description }) => ({ value: id ?? '', label: name, description }))
}

function pluginTab({ plugin, entryPoints }: SidePanelState): TemplateResult {
  const { manifest, manifestUrl, findings } = plugin
  const values = manifest as Readonly<Record<string, unknown>> | undefined
  return html`<div class="stack">
    <dl class="facts">
      <dt>Name</dt>
      <dd>${pluginName(plugin) || 'none'}</dd>
      <dt>Version</dt>
      <dd>${typeof values?.['pluginVersion'] === 'string' ? values['pluginVersion'] : 'none'}</dd>
      <dt>Manifest</dt>
      <dd>${manifestUrl ?? 'no address'}</dd>
      <dt>Entry points</dt>
      <dd>${entryPoints.length}</dd>
    </dl>
    <h2>${findings.length ? `Findings (${findings.length})` : 'No findings'}</h2>
    ${
      findings.length
        ? html`<ul class="findings">
            ${findings.map(
              ({ rule, severity, message, pointer, line }) =>
                html`<li>
                  <span class="row"
                    ><span class="pill ${SEVERITIES[severity]}">${severity}</span> <code>${rule}</code></span
                  >
                  <span>${message}</span>
                  <code class="quiet">${pointer || '/'}${line === undefined ? '' : `, line ${line}`}</code>
                </li>`,
            )}
          </ul>`
        : html`<p class="quiet">The manifest follows all rules.</p>`
    }
  </div>`
}

const SEVERITIES = { error: 'bad', warning: 'warn', note: '' }

interface Option {
  readonly value: string
  readonly label: string
  readonly description?: string
}

function select(
  label: string,
  value: string,
  options: readonly Option[],
  choose: (value: string) => void,
): TemplateResult {
  return html`<haiilo-select
    required
    label=${label}
    .options=${options}
    .value=${live(value)}
    @change=${(event: Event) => choose(valueOf(event, 'value'))}
  ></haiilo-select>`
}

function toggle(label: string, checked: boolean, set: (checked: boolean) => void): TemplateResult {
  return html`<haiilo-switch
    label=${label}
    .checked=${live(checked)}
    @change=${(event: Event) => set(valueOf(event, 'checked') === 'true')}
  ></haiilo-switch>`
}

function number(
  label: string,
  value: number,
  { min, max }: { readonly min: number; readonly max: number },
  set: (value: number) => void,
): TemplateResult {
  function change(event: Event): void {
    const text = valueOf(event, 'value')
    const given = Number(text)
    if (text !== '' && Number.isInteger(given) && given >= min && given <= max) set(given)
  }
  return html`<haiilo-text-field
    required
    type="number"
    label=${label}
    .min=${min}
    .max=${max}
    .step=${1}
    .value=${live(String(value))}
    @change=${change}
  ></haiilo-text-field>`
}

/** A property of the element that fired, as text. */
function valueOf({ currentTarget }: Event, name: 'value' | 'checked' | 'selected'): string {
  const values = currentTarget as Partial<Record<typeof name, string | boolean>> | null
  return String(values?.[name] ?? '')
}
