import { haiiloFetch } from '@haiilo-kit/core'
import '@haiilo-kit/ui/alert'
import '@haiilo-kit/ui/checkbox'
import '@haiilo-kit/ui/user'

import { element } from './element.ts'
import type { PluginHost } from './host.ts'
import { tasksOf } from './tasks.ts'
import { textsFor } from './texts.ts'
import { whoAmI } from './who-am-i.ts'

/** What the kit knows of a verified Haiilo Home. */
type Ready = Awaited<ReturnType<PluginHost['ready']>>

/** The content of the page while Haiilo Home is verified. */
export interface Checklist {
  /** Renders a new snapshot. */
  readonly update: (snapshot: Ready) => void
}

/** Creates the list of the configured tasks in an element. */
export function createChecklist(main: HTMLElement, host: PluginHost): Checklist {
  const done = new Set<string>()
  const backEndAnswer = element('p', { className: 'plugin-quiet', role: 'status' })
  // what the back end knows of the user: `haiiloFetch` sends a fresh token
  void whoAmI((url) => haiiloFetch(host, url)).then((text) => {
    backEndAnswer.textContent = text
  })
  return { update }

  function update({ context, config, editing }: Ready): void {
    const { userName = '', userLanguage } = context
    const texts = textsFor(userLanguage)
    const tasks = tasksOf(config.tasks)
    const bar = element('progress', { max: tasks.length, ariaLabel: config.title })
    const count = element('p', { className: 'plugin-quiet' })
    const praise = element('haiilo-alert', { tone: 'success' }, texts.praise)

    main.dataset['colour'] = config.colour
    main.lang = texts.language
    main.replaceChildren(
      element(
        'header',
        { className: 'plugin-header' },
        element('haiilo-user', { name: userName, initialsOnly: true }),
        element(
          'div',
          {},
          element('h1', {}, config.title),
          element('p', { className: 'plugin-quiet' }, texts.greeting(userName)),
        ),
      ),
      element('div', { className: 'plugin-progress' }, bar, count),
      element('ul', {}, ...tasks.map((task) => element('li', {}, checkbox(task)))),
      ...(editing ? [element('haiilo-alert', {}, texts.editing)] : []),
      praise,
      backEndAnswer,
    )
    showProgress()

    function checkbox(task: string): HTMLElement {
      const box = element('haiilo-checkbox', { label: task, checked: done.has(task), disabled: editing })
      box.addEventListener('input', () => {
        if (box.checked) done.add(task)
        else done.delete(task)
        showProgress()
      })
      return box
    }

    function showProgress(): void {
      const ticked = tasks.filter((task) => done.has(task)).length
      bar.value = ticked
      count.textContent = texts.progress(ticked, tasks.length)
      praise.hidden = ticked < tasks.length
    }
  }
}
