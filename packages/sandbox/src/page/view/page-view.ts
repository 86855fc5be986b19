import '@haiilo-kit/ui/alert'
import '@haiilo-kit/ui/button'
import '@haiilo-kit/ui/empty-state'
import '@haiilo-kit/ui/user'
import { html, nothing, type TemplateResult } from 'lit'
import { PANEL_LIMITS } from '../state/panel-sizes.js'
import type { PageActions } from '../state/page-actions.js'
import type { PageState } from '../state/page-state.js'
import { pageDialogs } from './page-dialogs.js'
import type { Shortcut } from './shortcuts.js'
import { sidePanel } from './side-panel.js'
import { splitter } from './splitter.js'
import { tenantPage } from './tenant-page.js'
import { topBar } from './top-bar.js'

/** Parts of the page that draw themselves. */
export interface PageParts {
  readonly grid: HTMLElement
  readonly timeline: HTMLElement
  readonly configViewDialog: unknown
  readonly shortcuts: readonly Shortcut[]
  /** URL of the wrapper page. */
  readonly wrapper: string | undefined
}

/** The whole page. */
export function pageView(state: PageState, actions: PageActions, parts: PageParts): TemplateResult {
  const { panels, announcement } = state
  return html`${topBar(state, actions)} ${tenantPage(state, actions, parts.grid)}
    ${panels.sideOpen ? side(state, actions, parts.wrapper) : nothing}
    ${
      panels.timelineOpen
        ? splitter({
            label: 'Height of the messages',
            orientation: 'horizontal',
            size: panels.timeline,
            limits: PANEL_LIMITS.timeline,
            resize: (timeline) => actions.resizePanels({ timeline }),
          })
        : nothing
    }
    ${parts.timeline}
    <p class="hidden-text" role="status">${announcement}</p>
    ${pageDialogs(state, actions, parts.shortcuts)} ${parts.configViewDialog}`
}

function side(state: PageState, actions: PageActions, wrapper: string | undefined): TemplateResult {
  return html`${splitter({
      label: 'Width of the controls',
      orientation: 'vertical',
      size: state.panels.side,
      limits: PANEL_LIMITS.side,
      resize: (width) => actions.resizePanels({ side: width }),
    })}
    <aside class="side" aria-label="Controls">
      <haiilo-button class="close-side narrow-only" @click=${() => actions.resizePanels({ sideOpen: false })}
        >Close</haiilo-button
      >
      ${sidePanel(state, actions, wrapper)}
    </aside>`
}
