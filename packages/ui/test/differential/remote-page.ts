import { cells, compare, type Cell } from './compare.js'
import { messageOf, verdictOf, unusedEntries } from './verdict.js'
import { keptPage } from './kept-page.js'
import type { Kind } from './kinds.js'
import type { Person, Skill, AccessibleProperties } from './person.js'

/** The next action for the program that drives the browser: real input, which a script in a page cannot create. */
export type Action =
  | { readonly do: 'type'; readonly text: string }
  | { readonly do: 'press'; readonly keys: readonly string[] }
  | { readonly do: 'click' | 'wheel'; readonly x: number; readonly y: number; readonly deltaY?: number }
  | { readonly do: 'describe'; readonly element: Element }
  | { readonly do: 'note'; readonly result: Result }
  | { readonly do: 'end' }

/** The result of one scenario: the reason why it was skipped, or the message of its failure. A passed scenario has neither. */
export interface Result {
  readonly name: string
  readonly skipped?: string | undefined
  readonly failure?: string
}

type Browser = Pick<Person, 'browser' | 'unsupported'>

let resolveNext: ((action: Action) => void) | undefined
let waiting: Action | undefined
let answer: (value: unknown) => void = () => undefined

/** Kinds that share the code of another kind, and the scenarios in which they behave differently from it. */
const SHARED_CODE: readonly Kind[] = ['email', 'url', 'search', 'switch']
const DIFFERENT_BEHAVIOUR = /sanitised|^type and leave|invalid value and leave|spaces around|another scheme|^pattern/

/** Each implementation once. The suite in Chromium runs all kinds. */
const remoteCells = cells.filter(
  ({ kind, scenario }) => !SHARED_CODE.includes(kind) || DIFFERENT_BEHAVIOUR.test(scenario.name),
)

/** Starts the scenarios with `part` in their names. */
function start(browser: Browser, part: string): void {
  const wanted = remoteCells.filter(({ name }) => name.includes(part))
  void run(wanted, remotePerson(browser)).then(async () => {
    const failure = wanted.length === remoteCells.length ? unusedEntries(browser.browser).join('\n') : ''
    await perform({ do: 'note', result: { name: 'every exception and every fault occurs in a scenario', failure } })
    await perform({ do: 'end' })
  })
}

/** Answers the last action, and resolves to the next one. */
function next(value?: unknown): Promise<Action> {
  return new Promise((resolve) => {
    const first = waiting
    waiting = undefined
    if (first) return resolve(first)
    resolveNext = resolve
    answer(value)
  })
}

function perform(action: Action): Promise<unknown> {
  return new Promise((resolve) => {
    answer = resolve
    // the first action may be ready before the driver requests it
    if (resolveNext) resolveNext(action)
    else waiting = action
  })
}

async function run(wanted: readonly Cell[], person: Person): Promise<void> {
  for (const cell of wanted) {
    const { name, scenario } = cell
    const skipped = scenario.needs?.map((skill: Skill) => person.unsupported[skill]).find((reason) => reason)
    const result = skipped ? { name, skipped } : { name, failure: await compareOne(cell, person) }
    await perform({ do: 'note', result })
  }
}

async function compareOne(cell: Cell, person: Person): Promise<string> {
  try {
    return messageOf(verdictOf(cell, await compare(cell, person, `${location.origin}/components.js`), person.browser))
  } catch (error) {
    return String(error)
  }
}

function remotePerson(browser: Browser): Person {
  const press = (...keys: string[]): Promise<unknown> => perform({ do: 'press', keys })
  return {
    ...browser,
    async type(text) {
      await perform({ do: 'type', text })
    },
    async press(...keys) {
      await press(...keys)
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
      await perform({ do: 'click', x, y })
    },
    async wheel(x, y, deltaY) {
      await perform({ do: 'wheel', x, y, deltaY })
    },
    async readAccessibility(_roles, element) {
      // drivers cannot describe an element in a frame
      if (browser.unsupported.describe || element.ownerDocument !== document) return {}
      return (await perform({ do: 'describe', element })) as AccessibleProperties
    },
  }
}

Object.assign(globalThis, { differential: { start, next }, keptPage })
