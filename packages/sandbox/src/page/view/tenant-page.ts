import { html, nothing, type TemplateResult } from 'lit'
import { signedInUser } from '../../setup/index.js'
import type { PageActions } from '../state/page-actions.js'
import type { PageState } from '../state/page-state.js'
import { pageNotices } from './page-notices.js'

/** The page of the tenant with the widgets, and the notices above it. */
export function tenantPage(state: PageState, actions: PageActions, grid: HTMLElement): TemplateResult {
  const { device, tenant, instances } = state.setup
  const { userName, userId, userLanguage } = signedInUser(state.setup)
  return html`<main tabindex="-1" aria-label="Page of the tenant">
    <div class="notices">${pageNotices(state, actions)}</div>
    <div class="home" data-device=${device}>
      <header>
        <span>${tenant === 'first' ? 'First tenant' : 'Second tenant'} · ${location.host}</span>
        <haiilo-user size="s" name=${userName || userId} detail=${userLanguage}></haiilo-user>
      </header>
      ${
        instances.length
          ? nothing
          : html`<haiilo-empty-state heading="This page has no widgets">
              <haiilo-button slot="action" variant="primary" @click=${actions.startAdding}>Add widget</haiilo-button>
            </haiilo-empty-state>`
      }
      ${grid}
    </div>
  </main>`
}
