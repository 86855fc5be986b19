import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { mayBeShown } from '../../contract/page-check.js'
import { findEntryPoint } from '../state/entry-points.js'
import type { PageActions } from '../state/page-actions.js'
import type { PageState } from '../state/page-state.js'
import type { PageChecker } from './page-checker.js'
import type { Widget } from './widget.js'

/** The settings dialog of a widget whose plug-in has its own configuration view. */
export interface ConfigViewDialog {
  /** Opens or closes the dialog as the state requires. */
  readonly update: (state: PageState) => void
  readonly view: () => unknown
  readonly isOpen: () => boolean
  /**
   * Saves, and closes the dialog unless the configuration view answers `false`.
   *
   * @returns Whether it was saved.
   * @throws {Error} The dialog is closed, or the configuration view cannot be shown or does not answer. The dialog shows this too.
   */
  readonly save: () => Promise<boolean>
  readonly close: () => void
}

export interface ConfigViewDialogOptions {
  readonly checker: PageChecker
  readonly widget: (id: string) => Widget | undefined
  readonly draw: () => void
}

export function createConfigViewDialog(
  { closeDialog }: Pick<PageActions, 'closeDialog'>,
  { checker, widget: findWidget, draw }: ConfigViewDialogOptions,
): ConfigViewDialog {
  let openFor: string | undefined
  let configView: ConfigView | undefined

  function close(): void {
    configView?.close()
    configView = undefined
    openFor = undefined
  }

  return {
    update({ dialog, setup, entryPoints }) {
      const id = dialog?.name === 'settings' ? dialog.instanceId : undefined
      if (id === openFor) return
      close()
      const instance = setup.instances.find((each) => each.id === id)
      const entryPoint = instance && findEntryPoint(entryPoints, instance.entryPoint)
      const widget = id === undefined ? undefined : findWidget(id)
      if (id === undefined || !widget || entryPoint?.configUrl === undefined) return
      openFor = id
      configView = openConfigView({
        heading: `Settings of ${entryPoint.name} (${id})`,
        url: entryPoint.configUrl,
        ...{ widget, checker, draw, closeDialog },
      })
    },
    view: () => configView?.template() ?? nothing,
    isOpen: () => configView !== undefined,
    async save() {
      if (!configView) throw new Error('No configuration view is open.')
      return configView.save()
    },
    close,
  }
}

interface ConfigView {
  readonly template: () => TemplateResult
  readonly save: () => Promise<boolean>
  readonly close: () => void
}

interface ConfigViewOptions extends Omit<ConfigViewDialogOptions, 'widget'> {
  readonly heading: string
  readonly widget: Widget
  readonly url: string
  readonly closeDialog: () => void
}

/** Loads the configuration view at once. */
function openConfigView({ heading, widget, url, checker, draw, closeDialog }: ConfigViewOptions): ConfigView {
  const frame = document.createElement('iframe')
  frame.title = heading
  let problem = ''
  let saving = false
  let canBeShown = true
  let closed = false
  let embedded: { readonly detach: () => void } | undefined

  function embed(): void {
    if (embedded || closed || !frame.isConnected) return
    try {
      embedded = widget.embedSettings(frame, url)
    } catch (error) {
      report(messageOf(error))
    }
  }

  async function check(): Promise<void> {
    const result = await checker.check(url)
    if (closed || !result || mayBeShown(result)) return
    canBeShown = false
    report(result.message)
  }

  async function save(): Promise<boolean> {
    if (!canBeShown) throw new Error(problem)
    saving = true
    report('')
    try {
      await embedding
      const answer = await widget.saveSettings()
      if (answer === false)
        report('The configuration view answered false: a value is not valid, and nothing was saved.')
      else closeDialog()
      return answer !== false
    } catch (error) {
      report(messageOf(error))
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

  function report(text: string): void {
    if (closed) return
    problem = text
    draw()
  }

  void check()
  // the frame has to be in the page before its document is loaded
  const embedding = new Promise((resolve) => requestAnimationFrame(resolve)).then(embed)

  return {
    template: () =>
      html`<haiilo-dialog heading=${heading} .open=${live(true)} @close=${closeDialog}>
        ${canBeShown ? frame : nothing}
        ${
          problem
            ? html`<div class="stack">
                <haiilo-alert tone="warning" live="assertive"><p>${problem}</p></haiilo-alert>
              </div>`
            : nothing
        }
        <haiilo-button slot="actions" @click=${closeDialog}>Cancel</haiilo-button>
        <haiilo-button slot="actions" variant="primary" .busy=${saving} ?disabled=${!canBeShown} @click=${press}
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

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
