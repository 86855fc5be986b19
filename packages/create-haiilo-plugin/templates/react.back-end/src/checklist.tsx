import { useHaiiloConfig, useHaiiloContext, useHaiiloHeight, useHaiiloHost } from '@haiilo-kit/react'
import { HaiiloAlert, HaiiloCheckbox, HaiiloUser } from '@haiilo-kit/ui/react'
import { useState } from 'react'

import { BackEndUser } from './back-end-user.tsx'
import { tasksOf } from './tasks.ts'
import { textsFor } from './texts.ts'

/** The configured tasks. The user is verified, because a boundary is around this component. */
export function Checklist() {
  const { userName = '', userLanguage } = useHaiiloContext()
  const { title, tasks, colour } = useHaiiloConfig()
  const editing = useHaiiloHost((host) => host.editing)
  const [done, setDone] = useState<readonly string[]>([])
  const texts = textsFor(userLanguage)
  const list = tasksOf(tasks)
  const count = list.filter((task) => done.includes(task)).length

  return (
    <main ref={useHaiiloHeight()} className="plugin" data-colour={colour} lang={texts.language}>
      <header className="plugin-header">
        <HaiiloUser name={userName} initialsOnly />
        <div>
          <h1>{title}</h1>
          <p className="plugin-quiet">{texts.greeting(userName)}</p>
        </div>
      </header>
      <div className="plugin-progress">
        <progress value={count} max={list.length} aria-label={title} />
        <p className="plugin-quiet">{texts.progress(count, list.length)}</p>
      </div>
      <ul>
        {list.map((task) => (
          <li key={task}>
            <HaiiloCheckbox
              label={task}
              checked={done.includes(task)}
              disabled={editing}
              onInput={({ currentTarget }) => {
                const others = done.filter((each) => each !== task)
                setDone(currentTarget.checked ? [...others, task] : others)
              }}
            />
          </li>
        ))}
      </ul>
      {editing && <HaiiloAlert>{texts.editing}</HaiiloAlert>}
      {count === list.length && <HaiiloAlert tone="success">{texts.praise}</HaiiloAlert>}
      <BackEndUser />
    </main>
  )
}
