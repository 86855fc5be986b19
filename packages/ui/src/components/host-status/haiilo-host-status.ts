import { describeError, type HaiiloError, type HaiiloHost } from '@haiilo-kit/core'
import { sandboxUrl } from '@haiilo-kit/core/binding'
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'

import { LanguageController } from '../../languages/language-controller.js'
import * as texts from '../../languages/texts.js'
import { define } from '../../lib/define.js'
import { HaiiloElement } from '../../lib/haiilo-element.js'
import { HostController } from '../../lib/host-controller.js'
import { safeHref } from '../../lib/safe-href.js'
import { text } from '../../lib/text.js'
import '../alert/haiilo-alert.js'
import '../button/haiilo-button.js'
import '../skeleton/haiilo-skeleton.js'
import { hostStatusStyles } from './haiilo-host-status.styles.js'

/** The part of a connection that the component needs. Any `HaiiloHost` has it. */
export type StatusHost = Pick<HaiiloHost<unknown>, 'getSnapshot' | 'subscribe' | 'retry'>

/**
 * Shows the state of the host: a skeleton while connecting, the content once the host is verified, and after a failure what the person
 * can do about it. Screen readers announce each change. A page on localhost that is open outside of a host has a link to the sandbox.
 *
 * @summary The state of the connection to Haiilo Home.
 * @slot - The content. Shown only while the host is verified.
 * @slot connecting - Replaces the skeleton.
 * @csspart skeleton - The skeleton that is shown while connecting.
 * @csspart failure - The alert after a failure, or after the connection was closed.
 */
export class HaiiloHostStatus extends HaiiloElement {
  static override styles: CSSResultGroup = [HaiiloElement.styles, hostStatusStyles]
  static override properties: PropertyDeclarations = {
    host: { attribute: false },
    helpBase: { attribute: 'help-base' },
    lines: { type: Number },
  }

  /** The connection: the result of `createHaiiloHost`. */
  declare host: StatusHost | undefined
  /**
   * The base address of the pages about error codes. The code is appended to it. Without it, the code is shown without a link. The pages are
   * part of `@haiilo-kit/core`, in `docs/errors`.
   */
  declare helpBase: string
  /** The number of lines of the skeleton. */
  declare lines: number

  readonly #language = new LanguageController(this)
  readonly #connection = new HostController(this)

  constructor() {
    super()
    this.helpBase = ''
    this.lines = 3
  }

  protected override render(): TemplateResult {
    const { status, error } = this.#connection.snapshot
    return html`<p class="announcement" role="status">
        <span>${text(status === 'connecting' ? this.#language.say(texts.connecting) : '')}</span>
      </p>
      <div id="view" tabindex="-1">
        ${status === 'connecting' ? this.#renderSkeleton() : nothing}
        <div role="alert">${error || status === 'closed' ? this.#renderEnd(error) : nothing}</div>
        ${status === 'ready' ? html`<slot></slot>` : nothing}
      </div>`
  }

  #renderSkeleton(): TemplateResult {
    return html`<slot name="connecting">
      <haiilo-skeleton part="skeleton" lines=${this.lines}></haiilo-skeleton>
    </slot>`
  }

  #renderEnd(error: HaiiloError | undefined): TemplateResult {
    const language = this.#language
    return html`<haiilo-alert
      part="failure"
      tone=${error ? 'danger' : 'warning'}
      heading=${language.say(error ? texts.failed : texts.closed)}
    >
      <p>${text(error ? describeError(error, language.chain[0]) : language.say(texts.remedyReload))}</p>
      ${error?.code === 'ERR_NOT_EMBEDDED' ? this.#renderSandbox() : nothing}
      ${error ? html`<p class="code">${this.#renderCode(error.code)}</p>` : nothing}
      <haiilo-button slot="action" @click=${this.#retry}><span>${text(language.say(texts.retry))}</span></haiilo-button>
    </haiilo-alert>`
  }

  /** For developers only: the page and the sandbox are on their own machine. */
  #renderSandbox(): TemplateResult | typeof nothing {
    const address = sandboxUrl(window)
    if (address === undefined) return nothing
    return html`<p>
      <a href=${safeHref(address, this)} target="_blank" rel="noopener" translate="no">Haiilo sandbox</a>
    </p>`
  }

  #renderCode(code: string): TemplateResult {
    const address = this.helpBase ? safeHref(this.helpBase + encodeURIComponent(code), this) : nothing
    if (address === nothing) return html`<code translate="no">${text(code)}</code>`
    return html`<a href=${address} target="_blank" rel="noopener">${text(this.#language.say(texts.help, { code }))}</a>`
  }

  #retry(): void {
    // the button is removed: keep the focus near it
    this.renderRoot.querySelector<HTMLElement>('#view')?.focus()
    this.host?.retry()
  }
}

define('haiilo-host-status', HaiiloHostStatus)

declare global {
  interface HTMLElementTagNameMap {
    'haiilo-host-status': HaiiloHostStatus
  }
}
