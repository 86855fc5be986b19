import { html, nothing, type TemplateResult } from 'lit'
import { pluginName } from '../state/entry-points.js'
import type { PageActions } from '../state/page-actions.js'
import type { PageState } from '../state/page-state.js'
import { icon } from './icon.js'

/** The bar with the most used controls. */
export function topBar({ setup, plugin, panels }: PageState, actions: PageActions): TemplateResult {
  const { device, editing, theme } = setup
  const { sideOpen, timelineOpen } = panels
  const name = pluginName(plugin)
  return html`<section class="bar" aria-label="Sandbox">
    <h1>Haiilo sandbox ${name ? html`<span class="quiet wide-only">${name}</span>` : nothing}</h1>
    <div class="group" role="group" aria-label="Width of the page">
      ${toggle('Desktop', 'desktop', device === 'desktop', () => actions.changeSetup({ device: 'desktop' }))}
      ${toggle('Tablet', 'tablet', device === 'tablet', () => actions.changeSetup({ device: 'tablet' }))}
      ${toggle('Phone', 'phone', device === 'phone', () => actions.changeSetup({ device: 'phone' }))}
    </div>
    <div class="row">
      <haiilo-button class="add" @click=${actions.startAdding}>Add widget</haiilo-button>
      ${toggle('Edit mode', 'edit', editing, actions.toggleEditing)} ${tool('Reload all', 'reload', actions.reloadAll)}
    </div>
    <div class="row end">
      ${toggle('Dark', 'dark', theme === 'dark', actions.toggleTheme)}
      ${toggle('Messages', 'bottom', timelineOpen, () => actions.resizePanels({ timelineOpen: !timelineOpen }))}
      ${toggle('Controls', 'side', sideOpen, () => actions.resizePanels({ sideOpen: !sideOpen }))}
      ${tool('Keyboard shortcuts', 'help', () => actions.openDialog('shortcuts'))}
    </div>
  </section>`
}

function tool(label: string, shape: string, run: () => void): TemplateResult {
  return html`<button type="button" class="tool" aria-label=${label} title=${label} @click=${run}>
    ${icon(shape)}
  </button>`
}

function toggle(label: string, shape: string, pressed: boolean, run: () => void): TemplateResult {
  return html`<button
    type="button"
    class="tool"
    aria-label=${label}
    title=${label}
    aria-pressed=${pressed}
    @click=${run}
  >
    ${icon(shape)}
  </button>`
}
