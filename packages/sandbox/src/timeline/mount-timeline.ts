import '@haiilo-kit/ui/button'
import '@haiilo-kit/ui/dialog'
import '@haiilo-kit/ui/select'
import '@haiilo-kit/ui/text-field'
import { html, nothing, render, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { repeat } from 'lit/directives/repeat.js'
import { attachStyles } from '../shared/attach-styles.js'
import { sharedStyles } from '../shared/shared.styles.js'
import { copyText } from '../shared/clipboard.js'
import { downloadText } from '../shared/download.js'
import type { Timeline, TimelineFilter } from './create-timeline.js'
import { entryDetails, verdictClass } from './entry-details.js'
import { formatDirection, summarizeEntry, formatTime } from './format-entry.js'
import { recordFixture, type RecordedInstance } from './record-fixture.js'
import type { TimelineEntry } from './timeline-entry.js'
import { timelineStyles } from './timeline.styles.js'

/** The options of `mountTimeline`. */
export interface MountTimelineOptions {
  readonly timeline: Timeline
  /** Address of the page about an error code. Default: codes are no links. */
  readonly errorPage?: ((code: string) => string) | undefined
  /** The options of each instance, for recorded fixtures. Without it, there is no Record button. */
  readonly instances?: (() => readonly RecordedInstance[]) | undefined
}

/** A timeline in a page. */
export interface MountedTimeline {
  /** Moves the focus to the search field. */
  readonly focusSearch: () => void
  /** Empties the element. Calling twice is fine. */
  readonly close: () => void
}

/** Rows that are drawn at first, and that each “Show more” adds. */
const ROWS = 300

/** Pixels. The list scrolls to new messages if the reader is at most this far from its end. */
const NEAR_THE_END = 24

/** Shows a timeline in an element that has a height. It fills the element's shadow root. */
export function mountTimeline(
  element: HTMLElement,
  { timeline, errorPage, instances }: MountTimelineOptions,
): MountedTimeline {
  const root = attachStyles(element, [sharedStyles, timelineStyles])
  let rows = ROWS
  let selected: TimelineEntry | undefined
  let showsAll = false
  let recordedFrom: number | undefined
  let recordedModule = ''
  let message = ''
  let animationFrame = 0

  /** Draws once for all messages of an animation frame. */
  function scheduleDraw(): void {
    animationFrame ||= requestAnimationFrame(() => {
      animationFrame = 0
      draw()
    })
  }

  function draw(): void {
    const list = root.querySelector('.list')
    const follows = !list || list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_THE_END
    render(template(), root)
    const drawn = root.querySelector('.list')
    if (follows && drawn && !timeline.paused()) drawn.scrollTop = drawn.scrollHeight
  }

  function template(): TemplateResult {
    const shown = timeline.shown()
    return html`${toolbar(shown.length)}
      <div class="body ${selected ? 'with-details' : ''}">
        <div class="list" tabindex="-1" @keydown=${moveByKeys}>
          ${shown.length > rows ? earlierNote(shown.length - rows) : nothing}
          ${
            shown.length
              ? table(shown.slice(-rows))
              : html`<p class="note">
                  ${timeline.entries().length ? 'No message matches the filter.' : 'No messages yet. They appear when a plug-in loads.'}
                </p>`
          }
        </div>
        ${selected ? html`<div class="details" role="region" aria-label="Details of the message" @keydown=${closeByKey}>${details(selected)}</div>` : nothing}
      </div>
      ${recordingDialog()}`
  }

  function toolbar(count: number): TemplateResult {
    const filter = timeline.filter()
    const all = timeline.entries().length
    const paused = timeline.paused()
    const isRecording = recordedFrom !== undefined
    return html`<div class="bar row ${isRecording ? 'recording' : ''}" role="group" aria-label="Timeline">
      <haiilo-text-field
        type="search"
        aria-label="Search messages"
        placeholder="Search"
        .value=${live(filter.search ?? '')}
        @input=${(event: Event) => changeFilter({ search: valueOf(event) })}
      ></haiilo-text-field>
      ${selectField('Instance', 'All instances', filter.instance, instanceOptions(), (instance) => changeFilter({ instance }))}
      ${selectField('Direction', 'Both directions', filter.direction, DIRECTIONS, (direction) => changeFilter({ direction }))}
      ${selectField('Verdict', 'All verdicts', filter.verdict, VERDICTS, (verdict) => changeFilter({ verdict }))}
      <span class="quiet"
        >${count === all ? all : `${count} of ${all}`}${timeline.dropped() ? ` (${timeline.dropped()} older ones dropped)` : ''}</span
      >
      <span class="quiet" role="status">${message}</span>
      <span class="row end">
        <haiilo-button @click=${() => timeline.pause(!paused)}>
          ${paused ? `Resume${timeline.waiting() ? ` (${timeline.waiting()} new)` : ''}` : 'Pause'}
        </haiilo-button>
        <haiilo-button @click=${clear}>Clear</haiilo-button>
        ${instances ? html`<haiilo-button class="record" @click=${record}>${isRecording ? 'Stop recording' : 'Record'}</haiilo-button>` : nothing}
        <haiilo-button @click=${() => downloadText('messages.json', timeline.toJson(), 'application/json')}
          >Export</haiilo-button
        >
      </span>
    </div>`
  }

  function instanceOptions(): readonly Option<string>[] {
    const names = [...new Set(timeline.entries().map(({ instance }) => instance))].sort()
    return names.map((name) => ({ value: name, label: name }))
  }

  function changeFilter(change: { readonly [Name in keyof TimelineFilter]: TimelineFilter[Name] }): void {
    rows = ROWS
    timeline.setFilter(change)
  }

  function earlierNote(count: number): TemplateResult {
    const next = Math.min(ROWS, count)
    return html`<p class="note">
      ${count} earlier messages. <haiilo-button @click=${() => showMore(next)}>Show ${next} more</haiilo-button>
    </p>`
  }

  function showMore(count: number): void {
    rows += count
    scheduleDraw()
  }

  function table(entries: readonly TimelineEntry[]): TemplateResult {
    return html`<table aria-label="Messages">
      <thead>
        <tr>
          <th class="time" scope="col">Time</th>
          <th class="instance" scope="col">Instance</th>
          <th class="direction" scope="col">Direction</th>
          <th class="subject" scope="col">Subject</th>
          <th class="verdict" scope="col">Verdict</th>
          <th class="content" scope="col">Reason, content</th>
        </tr>
      </thead>
      <tbody>
        ${repeat(entries, ({ id }) => id, row)}
      </tbody>
    </table>`
  }

  function row(entry: TimelineEntry): TemplateResult {
    const { at, instance, view, subject, verdict } = entry
    const isChosen = entry.id === selected?.id
    return html`<tr class=${isChosen ? 'selected' : ''} @click=${() => selectEntry(entry)}>
      <td class="time">${formatTime(at)}</td>
      <td class="instance">${instance}${view === 'config' ? ' ⚙' : ''}</td>
      <td class="direction">${formatDirection(entry)}</td>
      <td class="subject"><button type="button" aria-expanded=${isChosen}>${subject ?? '—'}</button></td>
      <td class="verdict"><span class="pill ${verdictClass(verdict)}">${verdict}</span></td>
      <td class="content">${summarizeEntry(entry)}</td>
    </tr>`
  }

  function selectEntry(entry: TimelineEntry | undefined): void {
    selected = entry
    showsAll = false
    message = ''
    draw()
    root.querySelector('.details')?.scrollTo(0, 0)
  }

  function details(entry: TimelineEntry): TemplateResult {
    return entryDetails(entry, {
      errorPage,
      showsAll,
      close: closeDetails,
      showAll() {
        showsAll = true
        draw()
      },
      sendAgain() {
        announce(
          entry.sendAgain?.()
            ? 'Sent again. A correct plug-in ignores or refuses it.'
            : 'Not sent: the plug-in of this message is no longer loaded.',
        )
      },
      copy: (text) => void copy(text),
    })
  }

  function closeDetails(): void {
    const button = root.querySelector<HTMLElement>('.selected button')
    selectEntry(undefined)
    button?.focus()
  }

  function closeByKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    closeDetails()
  }

  function moveByKeys(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const buttons = [...root.querySelectorAll<HTMLElement>('tbody button')]
    const at = buttons.findIndex((button) => button === root.activeElement)
    const next = buttons[at + step]
    if (!step || at < 0 || !next) return
    event.preventDefault()
    next.focus()
    if (selected) next.click()
  }

  function clear(): void {
    selected = undefined
    rows = ROWS
    timeline.clear()
  }

  function announce(text: string): void {
    message = text
    draw()
  }

  async function copy(text: string): Promise<void> {
    announce((await copyText(text)) ? 'Copied.' : 'The browser did not permit access to the clipboard.')
  }

  function record(): void {
    if (recordedFrom === undefined) {
      recordedFrom = timeline.entries().at(-1)?.id ?? 0
      return announce('Recording. Use the plug-in, then stop the recording.')
    }
    const first = recordedFrom
    const entries = timeline.entries().filter(({ id }) => id > first)
    const active = new Set(entries.map(({ instance }) => instance))
    const all = instances?.() ?? []
    const used = all.filter(({ instance }) => active.has(instance))
    recordedModule = recordFixture(used.length ? used : all, entries)
    recordedFrom = undefined
    draw()
  }

  function recordingDialog(): TemplateResult {
    return html`<haiilo-dialog
      heading="Recorded fixture"
      size="l"
      .open=${live(recordedModule !== '')}
      @close=${() => {
        recordedModule = ''
        draw()
      }}
    >
      <p>A module for your tests. Tokens and e-mail addresses are removed.</p>
      <pre class="module" tabindex="0" role="group" aria-label="Module">${recordedModule}</pre>
      <haiilo-button slot="actions" @click=${() => downloadText('home.fixture.ts', recordedModule, 'text/plain')}
        >Download</haiilo-button
      >
      <haiilo-button slot="actions" variant="primary" @click=${() => void copy(recordedModule)}>Copy</haiilo-button>
    </haiilo-dialog>`
  }

  const stop = timeline.subscribe(scheduleDraw)
  draw()
  return {
    focusSearch: () => root.querySelector('haiilo-text-field')?.focus(),
    close() {
      stop()
      cancelAnimationFrame(animationFrame)
      render(nothing, root)
    },
  }
}

interface Option<Value> {
  readonly value: Value
  readonly label: string
}

const DIRECTIONS: readonly Option<TimelineEntry['direction']>[] = [
  { value: 'plugin-to-host', label: 'To the host' },
  { value: 'host-to-plugin', label: 'To the plug-in' },
]
const VERDICTS: readonly Option<TimelineEntry['verdict']>[] = (
  ['accepted', 'refused', 'sent', 'dropped', 'silent', 'ignored'] as const
).map((verdict) => ({ value: verdict, label: `${verdict[0]?.toUpperCase()}${verdict.slice(1)}` }))

function selectField<Value extends string>(
  label: string,
  allLabel: string,
  value: Value | undefined,
  options: readonly Option<Value>[],
  onChange: (value: Value | undefined) => void,
): TemplateResult {
  const all = [{ value: '', label: allLabel }, ...options]
  return html`<haiilo-select
    aria-label=${label}
    .options=${all}
    .value=${live(value ?? '')}
    @change=${(event: Event) => onChange(options.find((option) => option.value === valueOf(event))?.value)}
  ></haiilo-select>`
}

function valueOf({ target }: Event): string {
  return target instanceof HTMLElement && 'value' in target ? String(target.value) : ''
}
