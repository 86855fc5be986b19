import { cells, compare, type Cell } from './compare.js'
import { describe, judge, unused } from './judge.js'
import { keptPage } from './kept-page.js'
import type { Kind } from './kinds.js'
import type { Person, Skill, Spoken } from './person.js'

/** What the program that drives the browser is to do next: real input, which no script of a page can make. */
export type Wish =
  | { readonly do: 'type'; readonly text: string }
  | { readonly do: 'press'; readonly keys: readonly string[] }
  | { readonly do: 'click' | 'wheel'; readonly x: number; readonly y: number; readonly deltaY?: number }
  | { readonly do: 'describe'; readonly element: Element }
  | { readonly do: 'note'; readonly result: Result }
  | { readonly do: 'nothing more' }

/** What is to be printed of one scenario: why it could not run, or what is wrong; nothing if all is well. */
export interface Result {
  readonly name: string
  readonly lack?: string | undefined
  readonly says?: string
}

type Browser = Pick<Person, 'browser' | 'lacks'>

let tell: ((wish: Wish) => void) | undefined
let waiting: Wish | undefined
let answer: (value: unknown) => void = () => undefined

/** Kinds that share their code with another one, and the scenarios in which they are more than that. */
const ALIKE: readonly Kind[] = ['email', 'url', 'search', 'switch']
const OWN = /sanitised|^type and leave|not valid, and leave|spaces around|another scheme|^pattern/

/** Each kind of code once: that all kinds are alike is seen in Chromium. */
const remoteCells = cells.filter(({ kind, scenario }) => !ALIKE.includes(kind) || OWN.test(scenario.name))

/** Starts the scenarios whose names contain a text. */
function start(browser: Browser, part: string): void {
  const wanted = remoteCells.filter(({ name }) => name.includes(part))
  void run(wanted, remotePerson(browser)).then(async () => {
    const says = wanted.length === remoteCells.length ? unused(browser.browser).join('\n') : ''
    await wish({ do: 'note', result: { name: 'every exception and every fault shows somewhere', says } })
    await wish({ do: 'nothing more' })
  })
}

/** Answers the last wish, and resolves with the next one. */
function next(value?: unknown): Promise<Wish> {
  return new Promise((resolve) => {
    const first = waiting
    waiting = undefined
    if (first) return resolve(first)
    tell = resolve
    answer(value)
  })
}

function wish(what: Wish): Promise<unknown> {
  return new Promise((resolve) => {
    answer = resolve
    // the first one may be there before anybody asks for it
    if (tell) tell(what)
    else waiting = what
  })
}

async function run(wanted: readonly Cell[], person: Person): Promise<void> {
  for (const cell of wanted) {
    const { name, scenario } = cell
    const lack = scenario.needs?.map((skill: Skill) => person.lacks[skill]).find((reason) => reason)
    const result = lack ? { name, lack } : { name, says: await compareOne(cell, person) }
    await wish({ do: 'note', result })
  }
}

async function compareOne(cell: Cell, person: Person): Promise<string> {
  try {
    return describe(judge(cell, await compare(cell, person, `${location.origin}/components.js`), person.browser))
  } catch (error) {
    return String(error)
  }
}

function remotePerson(browser: Browser): Person {
  const press = (...keys: string[]): Promise<unknown> => wish({ do: 'press', keys })
  return {
    ...browser,
    async type(text) {
      await wish({ do: 'type', text })
    },
    async press(key) {
      await press(key)
    },
    async paste(text) {
      const focused = document.activeElement as HTMLElement | null
      const source = Object.assign(document.createElement('textarea'), { value: text })
      document.body.append(source)
      source.select()
      await press('Control', 'c')
      source.remove()
      focused?.focus()
      await press('Control', 'v')
    },
    compose: () => Promise.reject(new Error('There is no input method.')),
    pressComposingEnter: () => Promise.reject(new Error('There is no input method.')),
    async click(x, y) {
      await wish({ do: 'click', x, y })
    },
    async wheel(x, y, deltaY) {
      await wish({ do: 'wheel', x, y, deltaY })
    },
    async listen(_roles, element) {
      // of an element in a frame, drivers know nothing
      if (browser.lacks.describe || element.ownerDocument !== document) return {}
      return (await wish({ do: 'describe', element })) as Spoken
    },
  }
}

Object.assign(globalThis, { differential: { start, next }, keptPage })
