import { cells, compare, type Cell } from './compare.js'
import { describe, judge, unused } from './judge.js'
import type { Person, Skill, Spoken } from './person.js'

/** What the program that drives the browser is to do next: real input, which no script of a page can make. */
export type Wish =
  | { readonly do: 'type'; readonly text: string }
  | { readonly do: 'press'; readonly keys: readonly string[] }
  | { readonly do: 'click' | 'wheel'; readonly x: number; readonly y: number; readonly deltaY?: number }
  | { readonly do: 'describe'; readonly element: Element }
  | { readonly do: 'nothing more'; readonly report: Report }

export interface Report {
  readonly passed: number
  readonly failures: readonly { readonly name: string; readonly says: string }[]
  /** How many scenarios could not run, by reason. */
  readonly skipped: Readonly<Record<string, number>>
}

type Browser = Pick<Person, 'browser' | 'lacks'>

let tell: ((wish: Wish) => void) | undefined
let waiting: Wish | undefined
let answer: (value: unknown) => void = () => undefined

/** Starts the scenarios whose names contain a text. */
function start(browser: Browser, part: string): void {
  const wanted = cells.filter(({ name }) => name.includes(part))
  void run(wanted, remotePerson(browser), wanted.length === cells.length).then((report) =>
    wish({ do: 'nothing more', report }),
  )
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

async function run(wanted: readonly Cell[], person: Person, all: boolean): Promise<Report> {
  const failures: { name: string; says: string }[] = []
  const skipped: Record<string, number> = {}
  let passed = 0
  for (const cell of wanted) {
    const reason = cell.scenario.needs?.map((skill: Skill) => person.lacks[skill]).find((lack) => lack)
    if (reason) {
      skipped[reason] = (skipped[reason] ?? 0) + 1
      continue
    }
    const says = await compareOne(cell, person)
    if (says) failures.push({ name: cell.name, says })
    else passed += 1
  }
  const idle = all ? unused(person.browser) : []
  if (idle.length) failures.push({ name: 'every exception and every fault shows somewhere', says: idle.join('\n') })
  return { passed, failures, skipped }
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
      return browser.lacks.describe ? {} : ((await wish({ do: 'describe', element })) as Spoken)
    },
  }
}

Object.assign(globalThis, { differential: { start, next } })
