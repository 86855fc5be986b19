// runs Angular's browser and server platforms in one realm; normally, each has its own

import { destroyPlatform, type ApplicationConfig, type Type } from '@angular/core'
import { bootstrapApplication, platformBrowser } from '@angular/platform-browser'
import { renderApplication } from '@angular/platform-server'

// the first platform that is created determines the DOM adapter; `ngServerMode` must be unset at that moment
setServerMode(undefined)
platformBrowser()

/** Renders a component like a server, to a complete document. Moves Angular's transfer state to the head, out of the text content. */
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

/** Puts server HTML into the page for hydration. Returns the nodes that are outside `element`. */
export function insertServerHtml(html: string, element: HTMLElement): ChildNode[] {
  const { head, body } = new DOMParser().parseFromString(html, 'text/html')
  const outside = [...head.querySelectorAll('script')]
  // Angular requires this comment at the start of the body, as a proof that comments were not removed
  const mark = document.createComment('nghm')
  element.append(...body.childNodes)
  document.body.append(...outside)
  document.body.prepend(mark)
  return [mark, ...outside]
}

/** Runs server code and restores the globals afterwards: Angular's server platform replaces `Node`, `Element` and others. */
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

/** Sets the global that Angular reads to detect a server. The server package sets it permanently when it is loaded. */
function setServerMode(on: true | undefined): void {
  Object.assign(globalThis, { ngServerMode: on })
}
