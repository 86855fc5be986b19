import { html, nothing } from 'lit'
import type { PageActions } from '../state/page-actions.js'
import type { PageState } from '../state/page-state.js'

/** What is wrong with the server, the manifest and the set-up. */
export function pageNotices(
  { serverReachable, plugin, notices }: PageState,
  { showFindings, dismissNotices }: PageActions,
): readonly unknown[] {
  const errors = plugin.findings.filter(({ severity }) => severity === 'error').length
  return [
    serverReachable
      ? nothing
      : html`<haiilo-alert tone="info" heading="The server of the sandbox does not answer" live="polite">
          <p>Start it again in your terminal. This page then reconnects, and nothing is lost.</p>
        </haiilo-alert>`,
    plugin.problem === undefined
      ? nothing
      : html`<haiilo-alert tone="warning" heading="The manifest cannot be read" live="polite">
          <p>${plugin.problem}</p>
          ${plugin.manifest ? html`<p>The widgets use the last manifest that could be read.</p>` : nothing}
        </haiilo-alert>`,
    errors === 0
      ? nothing
      : html`<haiilo-alert tone="warning" live="polite">
          <p>
            The manifest has ${errors === 1 ? 'an error' : `${errors} errors`}.
            <button type="button" class="link" @click=${showFindings}>Show findings</button>
          </p>
        </haiilo-alert>`,
    notices.length === 0
      ? nothing
      : html`<haiilo-alert tone="info" heading="Parts of the set-up were replaced" live="polite">
          <ul>
            ${notices.map((notice) => html`<li>${notice}</li>`)}
          </ul>
          <haiilo-button slot="action" @click=${dismissNotices}>Dismiss</haiilo-button>
        </haiilo-alert>`,
  ]
}
