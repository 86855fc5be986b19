import { confirm, isCancel, select, text } from '@clack/prompts'
import type { Readable, Writable } from 'node:stream'
import { nameProblem, suggestName } from './package-name.js'
import { frameworks, type Framework } from './project.js'

/** Asks the person at a terminal. Each function resolves with `undefined` if the person cancels. */
export interface Questions {
  readonly folder: () => Promise<string | undefined>
  /** @param wanted A name that npm refuses. */
  readonly name: (wanted: string) => Promise<string | undefined>
  readonly framework: () => Promise<Framework | undefined>
  readonly configView: () => Promise<boolean | undefined>
  readonly tests: () => Promise<boolean | undefined>
  readonly backEnd: () => Promise<boolean | undefined>
}

/** Creates the questions for a terminal. */
export function createQuestions(streams: { readonly input: Readable; readonly output: Writable }): Questions {
  return {
    folder: async () => {
      const initial = suggestName('')
      return answer(text({ message: 'Folder of the plug-in', placeholder: initial, defaultValue: initial, ...streams }))
    },
    name: async (wanted) =>
      answer(
        text({
          message: `npm does not accept the name "${wanted}": ${nameProblem(wanted) ?? ''}. Name of the package`,
          initialValue: suggestName(wanted),
          validate: (value = '') => nameProblem(value),
          ...streams,
        }),
      ),
    framework: async () => {
      const options = Object.entries(frameworks).map(([value, label]) => ({ value: value as Framework, label }))
      return answer(select({ message: 'Framework', options, ...streams }))
    },
    configView: async () =>
      answer(
        select({
          message: 'How do people configure the plug-in?',
          options: [
            { value: true, label: 'On a settings page of the plug-in', hint: 'checks of your own, any layout' },
            { value: false, label: 'In a form that Haiilo Home draws', hint: 'from the fields in the manifest' },
          ],
          ...streams,
        }),
      ),
    tests: async () => answer(confirm({ message: 'Add tests (Vitest and Playwright)?', ...streams })),
    backEnd: async () =>
      answer(confirm({ message: 'Add a back end (Hono and SQLite)?', initialValue: false, ...streams })),
  }
}

async function answer<Value>(question: Promise<Value>): Promise<Exclude<Value, symbol> | undefined> {
  const given = await question
  return isCancel(given) ? undefined : (given as Exclude<Value, symbol>)
}
