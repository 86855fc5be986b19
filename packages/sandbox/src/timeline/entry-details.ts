import { html, nothing, type TemplateResult } from 'lit'
import { formatDirection, formatLifetime, formatTime } from './format-entry.js'
import { findErrorCodes, type TimelineEntry } from './timeline-entry.js'
import { toJson } from './to-json.js'

export interface EntryDetailsOptions {
  readonly close: () => void
  readonly sendAgain: () => void
  readonly copy: (text: string) => void
  /** Whether long texts are shown without a limit. */
  readonly showsAll: boolean
  readonly showAll: () => void
  readonly errorPage: ((code: string) => string) | undefined
}

/** Characters of a JSON text that are shown at first. */
const MAX_CHARACTERS = 20_000

/** Everything about one message. */
export function entryDetails(entry: TimelineEntry, options: EntryDetailsOptions): TemplateResult {
  const { at, instance, view, seenBy, subject, verdict, reason, nonce, expected, header, claims, payload } = entry
  const lifetime = formatLifetime(claims)
  return html`<header>
      <h2>${subject ?? 'no subject'}</h2>
      <span class="pill ${verdictClass(verdict)}">${verdict}</span>
      <haiilo-button variant="text" @click=${options.close}>Close</haiilo-button>
    </header>
    <dl>
      ${term('Time', formatTime(at))} ${term('Instance', view === 'config' ? `${instance}, settings` : instance)}
      ${term('Direction', `${formatDirection(entry)}, as the ${seenBy} saw it`)} ${term('Nonce', nonce)}
      ${term('Valid', lifetime)} ${term('Reason', reason && withCodes(reason, options.errorPage))}
      ${term('Expected', expected && html`a correct plug-in ${withCodes(expected, options.errorPage)}`)}
    </dl>
    <div class="row">
      ${entry.sendAgain ? html`<haiilo-button @click=${options.sendAgain}>Send again</haiilo-button>` : nothing}
      <haiilo-button @click=${() => options.copy(toJson({ ...entry, sendAgain: undefined }, 2))}
        >Copy as JSON</haiilo-button
      >
    </div>
    ${json('Header of the token', header, options)} ${json('Claims of the token', claims, options)}
    ${json('Payload', payload, options)}`
}

/** Colour of a verdict. */
export function verdictClass(verdict: TimelineEntry['verdict']): string {
  if (verdict === 'accepted') return 'good'
  if (verdict === 'refused') return 'bad'
  return verdict === 'silent' || verdict === 'dropped' ? 'warn' : ''
}

function term(name: string, value: unknown): unknown {
  return value === undefined || value === ''
    ? nothing
    : html`<dt>${name}</dt>
        <dd>${value}</dd>`
}

/** A text whose error codes are links to their pages. */
function withCodes(text: string, errorPage: EntryDetailsOptions['errorPage']): unknown {
  const codes = findErrorCodes(text)
  if (!codes.length || !errorPage) return text
  return text
    .split(new RegExp(`(${codes.join('|')})`))
    .map((part) =>
      codes.includes(part) ? html`<a href=${errorPage(part)} target="_blank" rel="noopener">${part}</a>` : part,
    )
}

function json(heading: string, value: unknown, { showsAll, showAll }: EntryDetailsOptions): unknown {
  if (value === undefined) return nothing
  const text = toJson(value, 2)
  const isCut = !showsAll && text.length > MAX_CHARACTERS
  return html`<section>
    <h3>${heading}</h3>
    <pre tabindex="0" role="group" aria-label=${heading}>${isCut ? text.slice(0, MAX_CHARACTERS) : text}</pre>
    ${
      isCut
        ? html`<haiilo-button @click=${showAll}>Show all ${text.length.toLocaleString('en')} characters</haiilo-button>`
        : nothing
    }
  </section>`
}
