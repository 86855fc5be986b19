import { fieldIn, type Field } from './field.js'
import { isField, isWriting, OPTIONS, SAMPLES, type Attributes, type Kind, type Side } from './kinds.js'
import { markupOf, parse } from './markup.js'
import { focusIn, listen, readField, type Log, type Observation } from './observe.js'
import type { Person } from './person.js'

const PATIENCE_MS = 5000

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

/** Where a scenario takes place, with one control in it: the browser's or ours. */
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
  /** Waits until all components show what was set. */
  settle(): Promise<void>
  /** Writes down something more that is compared. */
  note(name: string, value: unknown): void
  /** Writes down the values, the display and the validity of the field as they are now. */
  noteField(when: string): void
  click(target: Element): Promise<void>
  press(...keys: string[]): Promise<void>
  /** Moves the focus into the field. */
  enter(): Promise<void>
  /** The person leaves the field for the button after the form. */
  leave(): Promise<void>
  /** The person writes or chooses the sample of this kind, or something else. */
  use(value?: string): Promise<void>
  /** The markup of one more control of the same side and kind. */
  markup(attributes?: Attributes, content?: string): string
  /** Opens a page of its own in a frame, and goes on there. */
  open(markup: string): Promise<void>
  /** Opens a page of its own in a window: in a frame, some things are not allowed. */
  openWindow(markup: string): Promise<void>
  /** Leaves the page of the frame for another one, and goes back in the history. */
  goAwayAndBack(): Promise<void>
}

export interface Staged {
  readonly stage: Stage
  readonly observe: () => Promise<Observation>
  readonly clear: () => void
}

/** Builds a page with a form that holds the control, its label before it, and a button after the form. */
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
  let log: Log = listen(place)
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
      // a dialog finds its place and tells that it is closed frame by frame
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
      await atRest(target)
      await person.click(...centerOf(target))
      await stage.settle()
    },
    async press(...keys) {
      for (const key of keys) {
        await person.press(key)
        await stage.settle()
      }
    },
    async enter() {
      frame?.contentWindow?.focus()
      const { field } = stage
      const target = kind === 'radio' && side === 'native' ? field.judged : field.element
      target.focus()
      await stage.settle()
    },
    async leave() {
      stage.find('outside').focus()
      await stage.settle()
    },
    async use(value = isField(kind) ? SAMPLES[kind] : '') {
      if (isWriting(kind)) {
        await stage.enter()
        await person.type(value)
      } else if (kind === 'select') {
        await stage.enter()
        await person.type(
          OPTIONS.find(([option]) => option === value)![1]
            .slice(0, 1)
            .toLowerCase(),
        )
        await stage.settle()
        // our list opens as the Authoring Practices Guide has it, where the list of the browser stays closed
        if (side === 'ours') await person.press('Enter')
      } else {
        await stage.click(stage.field.spot(value))
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
      await goOnIn(frame.contentDocument!)
    },
    async openWindow(content) {
      const opened = window.open(addressOf(documentOf(content, components)), '', 'popup,width=600,height=400')
      if (!opened) throw new Error('The browser opened no window.')
      removals.push(() => opened.close())
      await until(() => opened.document.readyState === 'complete' && opened.location.protocol === 'blob:')
      await goOnIn(opened.document)
      // the browser gives the focus with the next frame
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
      await goOnIn(frame.contentDocument!)
    },
  }

  async function goOnIn(page: Document): Promise<void> {
    log.stop()
    place = page.body
    log = listen(place)
    await stage.settle()
  }

  await stage.settle()
  return {
    stage,
    clear() {
      log.stop()
      for (const remove of removals) remove()
    },
    async observe() {
      await stage.settle()
      const spoken = await person.listen(ROLES[kind], stage.field.spoken)
      return {
        ...(isField(kind) && readField(stage.field)),
        ...log.aspects(),
        ...notes,
        focus: focusIn(stage.page),
        ...Object.fromEntries(Object.entries(spoken).map(([name, value]) => [`spoken.${name}`, value])),
      }
    },
  }
}

/** Resolves when all components are defined and drawn, and what they put off has happened. */
async function settle(place: HTMLElement): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    for (const element of place.querySelectorAll('*')) {
      if (!element.localName.startsWith('haiilo-')) continue
      await element.ownerDocument.defaultView?.customElements.whenDefined(element.localName)
      if ('updateComplete' in element) await element.updateComplete
    }
    await turn()
  }
}

/** After the timers that are due. Not from a timer itself: those that follow each other have to wait longer. */
function turn(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = () => {
      // an open port is never collected
      port1.close()
      setTimeout(resolve)
    }
    port2.postMessage(undefined)
  })
}

/** Waits for something that the browser does in its own time. What does not come is seen by the comparison. */
export async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS
  while (!isSo() && performance.now() < end) await frameOf(window)
}

export function frameOf(view: Window): Promise<unknown> {
  return new Promise((resolve) => view.requestAnimationFrame(resolve))
}

/** What opens may move for a while. */
async function atRest(target: Element): Promise<void> {
  const view = target.ownerDocument.defaultView!
  let [before, now] = ['', centerOf(target).join()]
  while (before !== now) {
    await frameOf(view)
    before = now
    now = centerOf(target).join()
  }
}

/** The middle of an element, counted from the corner of the outermost page. */
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

/** As pages of plug-ins are: the components come with a module, which runs once all is parsed. */
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
