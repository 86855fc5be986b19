import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { PageChecks } from './page-checks.js'
import type { Widget } from './widget.js'

/** The settings dialog of a widget whose plug-in brings its own configuration view. */
export interface SettingsView {
  readonly template: () => TemplateResult
  /**
   * Presses Save, and closes the dialog if the view answers with anything but `false`.
   *
   * @returns Whether it was saved.
   * @throws {Error} The view cannot be shown or does not answer. The dialog shows this, too.
   */
  readonly save: () => Promise<boolean>
  readonly close: () => void
}

export interface SettingsViewOptions {
  readonly heading: string
  readonly widget: Widget
  readonly url: string
  readonly checks: PageChecks
  readonly draw: () => void
  readonly onClose: () => void
}

/** Loads the configuration view at once. */
export function createSettingsView({ heading, widget, url, checks, draw, onClose }: SettingsViewOptions): SettingsView {
  const frame = document.createElement('iframe')
  frame.title = heading
  let message = ''
  let isFailure = false
  let saving = false
  let isShown = true
  let closed = false
  let embedded: { readonly detach: () => void } | undefined

  function embed(): void {
    if (embedded || closed || !frame.isConnected) return
    try {
      embedded = widget.embedSettings(frame, url)
    } catch (error) {
      say(textOf(error), true)
    }
  }

  async function check(): Promise<void> {
    const result = await checks.check(url)
    if (closed || !result || result.kind === 'ok') return
    isShown = false
    say(result.message, true)
  }

  async function save(): Promise<boolean> {
    if (!isShown) throw new Error(message)
    saving = true
    say('', false)
    try {
      await embedding
      const answer = await widget.saveSettings()
      if (answer === false)
        say('The configuration view answered false: something in it is not valid, and nothing was saved.', true)
      else onClose()
      return answer !== false
    } catch (error) {
      say(textOf(error), true)
      throw error
    } finally {
      saving = false
      if (!closed) draw()
    }
  }

  function press(): void {
    // the dialog shows a failure
    save().catch(() => undefined)
  }

  function say(text: string, failure: boolean): void {
    if (closed) return
    message = text
    isFailure = failure
    draw()
  }

  void check()
  // the frame has to be in the page before it is loaded
  const embedding = new Promise((resolve) => requestAnimationFrame(resolve)).then(embed)

  return {
    template: () =>
      html`<haiilo-dialog heading=${heading} .open=${live(true)} @close=${onClose}>
        ${isShown ? frame : nothing}
        <div class=${isFailure ? 'stack' : ''}>
          ${isFailure ? html`<haiilo-alert tone="warning" live="assertive"><p>${message}</p></haiilo-alert>` : nothing}
        </div>
        <haiilo-button slot="actions" @click=${onClose}>Cancel</haiilo-button>
        <haiilo-button slot="actions" variant="primary" .busy=${saving} ?disabled=${!isShown} @click=${press}
          >Save</haiilo-button
        >
      </haiilo-dialog>`,
    save,
    close() {
      closed = true
      embedded?.detach()
    },
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
