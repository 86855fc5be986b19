import '@haiilo-kit/ui/tabs'
import { describeFault, simulatedFaults } from '@haiilo-kit/simulator'
import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { SandboxSetup, SetupInstance } from '../../contract/setup.js'
import { LIMITS, allUsers } from '../../setup/index.js'
import { findEntryPoint, globalFields, pluginName, type ShownEntryPoint } from '../state/entry-points.js'
import type { PageActions } from '../state/page-actions.js'
import type { PageState, SideTab } from '../state/page-state.js'
import { backEndTab } from './back-end-tab.js'
import { number, select, toggle, valueOf } from './controls.js'

/** The controls beside the page of the tenant. */
export function sidePanel(state: PageState, actions: PageActions, wrapper: string | undefined): TemplateResult {
  const findings = state.plugin.findings.length
  return html`<haiilo-tabs
    label="Controls"
    .selected=${live(state.tab)}
    @change=${(event: Event) => {
      if (event.target === event.currentTarget) actions.showTab(valueOf(event, 'selected') as SideTab)
    }}
  >
    <haiilo-tab name="page" label="Page">${pageTab(state, actions, wrapper)}</haiilo-tab>
    <haiilo-tab name="widget" label="Widget">${widgetTab(state, actions)}</haiilo-tab>
    <haiilo-tab name="plugin" label=${findings ? `Plug-in (${findings})` : 'Plug-in'}>${pluginTab(state)}</haiilo-tab>
    <haiilo-tab name="back-end" label="Back end">${backEndTab(state, actions)}</haiilo-tab>
  </haiilo-tabs>`
}

function pageTab({ setup, plugin }: PageState, actions: PageActions, wrapper: string | undefined): TemplateResult {
  const users = allUsers(setup).map(({ userId, userName, userLanguage }) => ({
    value: userId,
    label: userName || userId,
    description: `${userId}, ${userLanguage || 'no language'}`,
  }))
  return html`<div class="stack">
    ${select('Signed-in user', setup.user, users, (user) => actions.changeSetup({ user }))}
    <haiilo-button @click=${() => actions.openDialog('users')}>Manage users</haiilo-button>
    ${select('Tenant', setup.tenant, TENANTS, (tenant) => actions.setTenant(tenant as SandboxSetup['tenant']))}
    ${select('Frame sandbox', setup.sandbox, SANDBOXES, (sandbox) => actions.changeSetup({ sandbox: sandbox as SandboxSetup['sandbox'] }))}
    ${wrapper === undefined ? nothing : wrapperControl(setup.wrapper, wrapper, actions)}
    ${toggle('Edit mode', setup.editing, (editing) => actions.changeSetup({ editing }))}
    ${toggle('Dark', setup.theme === 'dark', (dark) => actions.changeSetup({ theme: dark ? 'dark' : 'light' }))}
    ${
      globalFields(plugin).length
        ? html`<haiilo-button @click=${() => actions.openDialog('global-config')}>Global configuration</haiilo-button>`
        : nothing
    }
    <div class="row">
      <haiilo-button @click=${actions.copyLink}>Copy link</haiilo-button>
      <haiilo-button @click=${actions.reset}>Reset</haiilo-button>
    </div>
    <p class="quiet">The link contains the whole set-up. Colleagues can open it if their sandbox has the same port.</p>
  </div>`
}

/** @param url URL of the wrapper page. */
function wrapperControl(isOn: boolean, url: string, { changeSetup }: PageActions): TemplateResult {
  const { origin } = new URL(url, document.baseURI)
  return html`${toggle('Mobile app', isOn, (on) => changeSetup({ wrapper: on }))}
  ${
    isOn
      ? html`<p class="quiet">
          A page of ${origin} embeds the plug-in and forwards its messages. The plug-in accepts them only with
          <code>embedders: ['${origin}']</code>. How the real app works is not documented.
        </p>`
      : nothing
  }`
}

const TENANTS = [
  { value: 'first', label: 'First tenant', description: 'tenant-1' },
  { value: 'second', label: 'Second tenant', description: 'tenant-2' },
]
const SANDBOXES = [
  { value: 'same-origin', label: 'Same origin', description: 'The frames have allow-same-origin.' },
  {
    value: 'opaque',
    label: 'Opaque origin',
    description: 'No storage and no cookies. Modules and fetch need CORS headers.',
  },
]

function widgetTab({ setup, entryPoints, selectedId }: PageState, actions: PageActions): TemplateResult {
  const selected = setup.instances.find(({ id }) => id === selectedId)
  if (!selected) return html`<p class="stack quiet">The page has no widget. Add one.</p>`
  const { id, columns, fault, latency } = selected
  const entryPoint = findEntryPoint(entryPoints, selected.entryPoint)
  const hasSettings = entryPoint?.configUrl !== undefined || (entryPoint?.fields.length ?? 0) > 0
  const set = (change: Partial<SetupInstance>): void => actions.changeInstance(id, change)
  return html`<div class="stack">
    ${select(
      'Widget',
      id,
      setup.instances.map((each) => instanceOption(each, entryPoints)),
      actions.selectWidget,
    )}
    ${select('Entry point', entryPoint?.id ?? '', entryPointOptions(entryPoints), (entryPoint) =>
      set({ entryPoint: entryPoint || undefined, config: {} }),
    )}
    ${number('Columns', columns, { min: 1, max: LIMITS.columns }, (value) => set({ columns: value }))}
    ${select('Fault', fault ?? '', FAULTS, (value) => set({ fault: value || undefined }))} ${expectedReaction(fault)}
    ${number('Latency in ms', latency ?? 0, { min: 0, max: LIMITS.latency }, (value) => set({ latency: value || undefined }))}
    <div class="row">
      ${hasSettings ? html`<haiilo-button @click=${() => actions.openSettings(id)}>Settings</haiilo-button>` : nothing}
      <haiilo-button @click=${() => actions.reloadWidget(id)}>Reload</haiilo-button>
      <haiilo-button @click=${() => actions.removeWidget(id)}>Remove</haiilo-button>
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

function expectedReaction(name: string | undefined): unknown {
  const fault = simulatedFaults.find((each) => each === name)
  return fault ? html`<p class="quiet">A correct plug-in ${describeFault(fault).reaction}.</p>` : nothing
}

function instanceOption({ id, entryPoint }: SetupInstance, entryPoints: readonly ShownEntryPoint[]) {
  return { value: id, label: `${id}, ${findEntryPoint(entryPoints, entryPoint)?.name ?? 'unknown entry point'}` }
}

function entryPointOptions(entryPoints: readonly ShownEntryPoint[]) {
  return entryPoints.map(({ id, name, description }) => ({ value: id ?? '', label: name, description }))
}

function pluginTab({ plugin, entryPoints }: PageState): TemplateResult {
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
