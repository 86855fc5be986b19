import { fieldIn, type Field } from './field.js'
import { isField, isTextKind, OPTIONS, SAMPLES, type Attributes, type Kind, type Side } from './kinds.js'
import { markupOf, parse } from './markup.js'
import { focusIn, readField, recordEvents, type EventLog, type Observation } from './observe.js'
import type { Person } from './person.js'

const TIMEOUT_MS = 5000

const ROLES: Readonly<Record<Kind, readonly string[]>> = {
  text: ['textbox'],
  email: ['textbox'],
  url: ['textbox'],
  number: ['spinbutton'],
  search: ['searchbox'],
  textarea: ['textbox'],
  select: ['combobox'],
  radio: ['radiogroup'],
  checkbox: ['checkbox'],
  switch: ['switch'],
  submit: ['button'],
  reset: ['button'],
  dialog: ['dialog'],
}

/** The page of a scenario, with one control: the native one or ours. */
export interface Stage {
  readonly side: Side
  readonly kind: Kind
  readonly person: Person
  readonly page: Document
  readonly place: HTMLElement
  readonly field: Field
  readonly form: HTMLFormElement
  /** Finds another element by its id. */
  find(id: string): HTMLElement
  /** Waits until all components are rendered. */
  settle(): Promise<void>
  /** Records one more aspect to compare. */
  note(name: string, value: unknown): void
  /** Records the current value, display, form data and message of the field. */
  noteField(when: string): void
  click(target: Element): Promise<void>
  press(...keys: string[]): Promise<void>
  /** Moves the focus to the field. */
  focus(): Promise<void>
  /** Moves the focus from the field to the button after the form. */
  leave(): Promise<void>
  /** The person types or chooses a value. Default: the sample of this kind. */
  fill(value?: string): Promise<void>
  /** Returns the markup of another control of the same side and kind. */
  markup(attributes?: Attributes, content?: string): string
  /** Opens a new page in a frame. The scenario continues there. */
  open(markup: string): Promise<void>
  /** Opens a new page in a window, for actions that are not allowed in a frame. The scenario continues there. */
  openWindow(markup: string): Promise<void>
  /** Navigates the frame to another page, and goes back in the history. */
  goAwayAndBack(): Promise<void>
}

export interface Staged {
  readonly stage: Stage
  readonly readAspects: () => Promise<Observation>
  readonly clear: () => void
}

/** Adds the markup to the page, and records its events. */
export async function build(
  side: Side,
  kind: Kind,
  markup: string,
  person: Person,
  components: string,
): Promise<Staged> {
  const notes: Record<string, string> = {}
  const first = document.createElement('main')
  let place: HTMLElement = first
  let frame: HTMLIFrameElement | undefined
  document.body.append(place)
  let log: EventLog = recordEvents(place)
  const removals: (() => void)[] = [() => first.remove()]
  first.append(parse(markup, document))

  const stage: Stage = {
    side,
    kind,
    person,
    get page() {
      return place.ownerDocument
    },
    get place() {
      return place
    },
    get field() {
      return fieldIn(place, side, kind)
    },
    get form() {
      return stage.find('form') as HTMLFormElement
    },
    find(id) {
      const found = place.querySelector<HTMLElement>(`#${id}`)
      if (!found) throw new Error(`There is no #${id}.`)
      return found
    },
    async settle() {
      await settle(place)
      // a dialog needs several frames to be positioned, and to report that it is closed
      if (kind === 'dialog') for (let count = 0; count < 3; count += 1) await frameOf(window)
    },
    note(name, value) {
      notes[`note.${name}`] = String(value)
    },
    noteField(when) {
      const { value, displayed, data, message } = readField(stage.field)
      Object.assign(notes, {
        [`value ${when}`]: value,
        [`displayed ${when}`]: displayed,
        [`data ${when}`]: data,
        [`message ${when}`]: message,
      })
    },
    async click(target) {
      await waitUntilStill(target)
      await person.click(...centerOf(target))
      await stage.settle()
    },
    async press(...keys) {
      for (const key of keys) {
        await person.press(key)
        await stage.settle()
      }
    },
    async focus() {
      frame?.contentWindow?.focus()
      const { field } = stage
      const target = kind === 'radio' && side === 'native' ? field.control : field.element
      target.focus()
      await stage.settle()
    },
    async leave() {
      stage.find('outside').focus()
      await stage.settle()
    },
    async fill(value = isField(kind) ? SAMPLES[kind] : '') {
      if (isTextKind(kind)) {
        await stage.focus()
        await person.type(value)
      } else if (kind === 'select') {
        await stage.focus()
        await person.type(
          OPTIONS.find(([option]) => option === value)![1]
            .slice(0, 1)
            .toLowerCase(),
        )
        await stage.settle()
        // a letter opens our list, as in the ARIA Authoring Practices Guide, and Enter chooses. The list of the browser stays closed
        if (side === 'ours') await person.press('Enter')
      } else {
        await stage.click(stage.field.clickTarget(value))
      }
      await stage.settle()
    },
    markup: (attributes, content) => markupOf(side, kind, attributes, content),
    async open(content) {
      frame = document.createElement('iframe')
      frame.width = '600'
      frame.height = '400'
      const loaded = once(frame, 'load')
      frame.src = addressOf(documentOf(content, components))
      place.append(frame)
      removals.push(() => frame?.remove())
      await loaded
      await continueIn(frame.contentDocument!)
    },
    async openWindow(content) {
      // from the first element on, because the focus can be set before the page is complete
      window.addEventListener('parsing', ({ detail }: CustomEventInit<Document>) => recordIn(detail!), { once: true })
      const start = `<script>opener.dispatchEvent(new CustomEvent('parsing', { detail: document }))</script>`
      const address = addressOf(documentOf(start + content, components))
      const opened = window.open(address, '', 'popup,width=600,height=400')
      if (!opened) throw new Error('The browser opened no window.')
      removals.push(() => opened.close())
      await until(() => opened.document.readyState === 'complete' && opened.location.protocol === 'blob:')
      await stage.settle()
      // the browser sets the focus in the next frame
      await frameOf(opened)
      await frameOf(opened)
    },
    async goAwayAndBack() {
      if (!frame?.contentWindow) throw new Error('There is no page to leave.')
      let loaded = once(frame, 'load')
      frame.contentWindow.location.href = addressOf('<!doctype html><title>Away</title><p>Away</p>')
      await loaded
      loaded = once(frame, 'load')
      frame.contentWindow.history.back()
      await loaded
      await continueIn(frame.contentDocument!)
    },
  }

  function recordIn(page: Document): void {
    log.stop()
    place = page.body
    log = recordEvents(place)
  }

  async function continueIn(page: Document): Promise<void> {
    recordIn(page)
    await stage.settle()
  }

  await stage.settle()
  return {
    stage,
    clear() {
      log.stop()
      for (const remove of removals) remove()
    },
    async readAspects() {
      await stage.settle()
      const accessible = await person.readAccessibility(ROLES[kind], stage.field.accessible)
      return {
        ...(isField(kind) && readField(stage.field)),
        ...log.aspects(),
        ...notes,
        focus: focusIn(stage.page),
        ...Object.fromEntries(Object.entries(accessible).map(([name, value]) => [`accessible.${name}`, value])),
      }
    },
  }
}

/** Resolves when all components are defined and rendered, and their pending tasks are done. */
async function settle(place: HTMLElement): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    for (const element of place.querySelectorAll('*')) {
      if (!element.localName.startsWith('haiilo-')) continue
      await element.ownerDocument.defaultView?.customElements.whenDefined(element.localName)
      if ('updateComplete' in element) await element.updateComplete
    }
    await afterTimers()
  }
}

/** Resolves after the timers that are due. Starts from a message: nested timers would be delayed. */
function afterTimers(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = () => {
      // an open port is never garbage-collected
      port1.close()
      setTimeout(resolve)
    }
    port2.postMessage(undefined)
  })
}

/** Waits for a condition, at most until the timeout. If it is never met, the comparison shows a difference. */
export async function until(isMet: () => boolean): Promise<void> {
  const end = performance.now() + TIMEOUT_MS
  while (!isMet() && performance.now() < end) await frameOf(window)
}

export function frameOf(view: Window): Promise<unknown> {
  return new Promise((resolve) => view.requestAnimationFrame(resolve))
}

/** Waits until an element stops moving, for instance after it opened. */
async function waitUntilStill(target: Element): Promise<void> {
  const view = target.ownerDocument.defaultView!
  let [before, now] = ['', centerOf(target).join()]
  while (before !== now) {
    await frameOf(view)
    before = now
    now = centerOf(target).join()
  }
}

/** The centre of an element, relative to the outermost page. */
export function centerOf(element: Element): [x: number, y: number] {
  const { left, top, width, height } = element.getBoundingClientRect()
  let [x, y] = [left + width / 2, top + height / 2]
  let view = element.ownerDocument.defaultView
  while (view?.frameElement) {
    const frame = view.frameElement.getBoundingClientRect()
    x += frame.left
    y += frame.top
    view = view.parent as typeof view
  }
  return [x, y]
}

/** A page like that of a plug-in: a module defines the components after the page is parsed. */
function documentOf(content: string, components: string): string {
  const script = `<script type="module" src="${components}"></script>`
  return `<!doctype html><html lang="en"><title>Stage</title><body>${content}${script}</body></html>`
}

function addressOf(content: string): string {
  return URL.createObjectURL(new Blob([content], { type: 'text/html' }))
}

function once(target: EventTarget, type: string): Promise<unknown> {
  return new Promise((resolve) => target.addEventListener(type, resolve, { once: true }))
}
