import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import {
  backEndEvents,
  type BackEndEventName,
  type NotificationEntry,
  type SentEventEntry,
} from '../../contract/back-end-entry.js'
import { eventUrls } from '../../contract/event-urls.js'
import type { PageActions } from '../state/page-actions.js'
import type { PageState } from '../state/page-state.js'
import { toggle } from './controls.js'

/** Sends events to the author's back end, and shows what it answered. */
export function backEndTab(state: PageState, actions: PageActions): TemplateResult {
  const urls = eventUrls(state.plugin)
  return html`<div class="stack">
    ${urls.size === 0 ? missingHint(state) : controls(state, actions, urls)} ${entryList(state, actions)}
  </div>`
}

function missingHint({ plugin }: PageState): TemplateResult {
  return plugin.manifest
    ? html`<p>The manifest has no <code>lifecycle</code>, so Haiilo Home sends no events to a back end.</p>
        <p class="quiet">
          Add <code>lifecycle</code> with the <code>url</code> of your back end and its <code>events</code>. The page
          then sends these events as Haiilo Home does. <code>@haiilo-kit/server</code> handles them.
        </p>`
    : html`<p class="quiet">The events appear as soon as the manifest can be read.</p>`
}

function controls(
  { backEnd, selectedId, setup }: PageState,
  { backEnd: actions }: PageActions,
  urls: ReadonlyMap<BackEndEventName, string>,
): TemplateResult {
  if (!backEnd.canSend) return html`<p class="quiet">This page has no server that can send events to a back end.</p>`
  const widget = setup.instances.find(({ id }) => id === selectedId)?.id
  const [first = ''] = urls.values()
  return html`<p class="quiet">
      The tenant sends events to <code>${first.slice(0, first.lastIndexOf('/') + 1)}</code>, the URL in the manifest.
    </p>
    <div class="events" role="group" aria-label="Events">
      ${backEndEvents.map((event) => eventButton(event, urls.has(event), { backEnd, actions, widget }))}
    </div>
    <p class="quiet">
      ${
        widget === undefined
          ? html`Add a widget to send <code>instance_add</code> and <code>instance_remove</code>.`
          : html`<code>instance_add</code> and <code>instance_remove</code> concern the selected widget,
              <code>${widget}</code>.`
      }
      ${missingEventsHint(backEndEvents.filter((event) => !urls.has(event)))}
    </p>
    ${toggle('Send events of widgets that I add and remove', backEnd.sendsAutomatically, actions.setSendsAutomatically)}`
}

/** Says what the manifest needs for events that the host does not send. */
function missingEventsHint(events: readonly BackEndEventName[]): unknown {
  const unlisted = events.filter((event) => event !== 'access_token')
  return html`${
    unlisted.length
      ? html`To send ${unlisted.map((event, index) => html`${index ? ', ' : ''}<code>${event}</code>`)}, add
          ${unlisted.length === 1 ? 'it' : 'them'} to <code>lifecycle.events</code> in the manifest.`
      : nothing
  }
  ${
    unlisted.length < events.length
      ? html`To send <code>access_token</code>, add <code>apiAccess</code> to the manifest.`
      : nothing
  }`
}

function eventButton(
  event: BackEndEventName,
  isListed: boolean,
  {
    backEnd,
    actions,
    widget,
  }: Pick<PageState, 'backEnd'> & { actions: PageActions['backEnd']; widget: string | undefined },
): TemplateResult {
  const isOfWidget = event.startsWith('instance_')
  return html`<haiilo-button
    ?disabled=${!isListed || (isOfWidget && widget === undefined)}
    ?busy=${backEnd.waiting.includes(event)}
    @click=${() => actions.sendEvent(event, isOfWidget ? widget : undefined)}
    >${event}</haiilo-button
  >`
}

function entryList({ backEnd }: PageState, { backEnd: actions }: PageActions): unknown {
  if (!backEnd.entries.length) return nothing
  return html`<div class="list-title">
      <h2>Sent and received</h2>
      <button type="button" class="link" @click=${actions.clear}>Clear list</button>
    </div>
    <ol class="entries" aria-label="Sent and received">
      ${repeat(
        backEnd.entries,
        ({ key }) => key,
        ({ entry }) => html`<li>${entry.type === 'event' ? sentEvent(entry) : notification(entry)}</li>`,
      )}
    </ol>`
}

function sentEvent(entry: SentEventEntry): TemplateResult {
  const { event, instanceId, tenant, time, status, verdict, explanation, duration } = entry
  return html`<span class="row">
      <span class="pill ${verdict === 'accepted' ? 'good' : 'bad'}">${status || 'no answer'}</span>
      <strong>${event}</strong> ${instanceId === undefined ? nothing : html`<code>${instanceId}</code>`}
    </span>
    <p>${explanation}</p>
    <p class="quiet">${timeOf(time)} · ${tenant} tenant · ${duration} ms</p>
    <details>
      <summary>Request<span class="hidden-text"> of ${event}</span></summary>
      <pre>
POST ${entry.url}
Content-Type: application/x-www-form-urlencoded

token=…</pre>
      <h3>Header of the token</h3>
      <pre>${JSON.stringify(entry.header, undefined, 2)}</pre>
      <h3>Claims</h3>
      <pre>${JSON.stringify(entry.claims, undefined, 2)}</pre>
    </details>
    <details>
      <summary>Answer<span class="hidden-text"> to ${event}</span></summary>
      <pre>${status || 'No answer'}${entry.body && `\n\n${entry.body}`}</pre>
    </details>`
}

function notification({ tenant, time, instanceId, recipient, text }: NotificationEntry): TemplateResult {
  return html`<span class="row"
      ><span class="pill">received</span> <strong>Notification</strong> <code>${instanceId}</code></span
    >
    <p>${text}</p>
    <p class="quiet">${timeOf(time)} · ${tenant} tenant · for ${recipient}</p>`
}

function timeOf(time: number): string {
  return new Date(time).toLocaleTimeString('en-GB')
}
