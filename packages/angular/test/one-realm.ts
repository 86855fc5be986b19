// a browser and a server in one realm, where otherwise each has its own

import { destroyPlatform, type ApplicationConfig, type Type } from '@angular/core'
import { bootstrapApplication, platformBrowser } from '@angular/platform-browser'
import { renderApplication } from '@angular/platform-server'

// the first platform says how a document is spoken to …
setServerMode(undefined)
platformBrowser()

/** Renders a component as a server does, to a whole document. What Angular hands over to the browser is in its head, out of the text. */
export async function renderAsServer(
  component: Type<unknown>,
  provide: () => ApplicationConfig['providers'],
): Promise<string> {
  const html = await asServer(() =>
    renderApplication((context) => bootstrapApplication(component, { providers: provide() }, context), {
      document: '<!doctype html><html><head></head><body><contract-page></contract-page></body></html>',
      url: 'http://localhost/',
      allowedHosts: ['localhost'],
    }),
  )
  const [, state = ''] = /(<script id="ng-state".*?<\/script>)/s.exec(html) ?? []
  return html.replace(state, '').replace('</head>', `${state}</head>`)
}

/** Puts what a server rendered where a browser would find it. Gives back what is not in `element`. */
export function takeOver(html: string, element: HTMLElement): ChildNode[] {
  const { head, body } = new DOMParser().parseFromString(html, 'text/html')
  const outside = [...head.querySelectorAll('script')]
  // Angular asks for this mark in front of everything: a proof that nobody took the comments out
  const mark = document.createComment('nghm')
  element.append(...body.childNodes)
  document.body.append(...outside)
  document.body.prepend(mark)
  return [mark, ...outside]
}

/** Runs what otherwise has a process to itself: Angular's server puts its own `Node`, `Element`, … in the place of the page's. */
async function asServer<Result>(run: () => Promise<Result>): Promise<Result> {
  destroyPlatform()
  const names = Object.getOwnPropertyNames(globalThis).filter((name) => global(name) === global(name))
  const before = names.map((name) => [name, global(name)] as const)
  setServerMode(true)
  try {
    return await run()
  } finally {
    for (const [name, value] of before) {
      if (global(name) !== value) Reflect.set(globalThis, name, value)
    }
    setServerMode(undefined)
  }
}

function global(name: string): unknown {
  return Reflect.get(globalThis, name)
}

/** … and this global, which the server's package sets for good when it is loaded, says who is at work. */
function setServerMode(on: true | undefined): void {
  Object.assign(globalThis, { ngServerMode: on })
}
