import {
  readyText,
  nextTask,
  type BindingDriver,
  type CommandsScene,
  type ContractPlugin,
  type MessageScene,
  type SaveScene,
  type Scene,
  type SelectionScene,
} from '@haiilo-kit/test-kit'
import * as React from 'react'
import { Component, StrictMode, useEffect, type ReactElement, type ReactNode } from 'react'
import { createRoot, hydrateRoot, type Root, type RootOptions } from 'react-dom/client'
import { flushSync } from 'react-dom'
import { renderToString } from 'react-dom/server'
import {
  HaiiloHostBoundary,
  HaiiloHostProvider,
  useHaiiloConfig,
  useHaiiloContext,
  useHaiiloHeight,
  useHaiiloHost,
  useHaiiloMessage,
  useHaiiloSave,
  type HaiiloHostProviderProps,
} from '../src/index.js'

/** The plug-in of the contract in the installed version of React. */
export const reactDriver: BindingDriver = {
  name: `React ${React.version}`,
  kind: 'binding',
  canHide: 'Activity' in React,
  makeState: (value) => value,
  renderToString: async (plugin) => renderToString(<Plugin {...plugin} />),
  async mount(plugin, { twice = false, html } = {}) {
    const element = document.body.appendChild(document.createElement('div'))
    const errors: unknown[] = []
    let shown: PageProps = { ...plugin, twice, onError: (error) => errors.push(error) }
    const root = openRoot(element, shown, html, { onRecoverableError: (error) => errors.push(error) })
    flushSync(() => undefined)
    await nextTask()

    async function show(change: Partial<PageProps>): Promise<void> {
      shown = { ...shown, ...change }
      flushSync(() => root.render(<Page {...shown} />))
      await nextTask()
    }

    return {
      element,
      errors,
      update: (scene) => show({ scene }),
      setHidden: (hidden) => show({ hidden }),
      async settled() {
        await nextTask()
        flushSync(() => undefined)
      },
      async unmount() {
        flushSync(() => root.unmount())
        element.remove()
        await nextTask()
      },
    }
  },
}

function openRoot(element: HTMLElement, props: PageProps, html: string | undefined, options: RootOptions): Root {
  if (html === undefined) {
    const root = createRoot(element, options)
    flushSync(() => root.render(<Page {...props} />))
    return root
  }
  // inside an element, because the parser would move a comment at the start of the document out of the body
  const parsed = new DOMParser().parseFromString(`<div>${html}</div>`, 'text/html').body.firstElementChild
  element.append(...(parsed?.childNodes ?? []))
  return hydrateRoot(element, <Page {...props} />, options)
}

interface PageProps extends ContractPlugin {
  readonly twice: boolean
  readonly hidden?: boolean
  readonly onError: (error: unknown) => void
}

function Page({ twice, hidden = false, onError, ...plugin }: PageProps): ReactElement {
  const page = (
    <ErrorBoundary onError={onError}>
      <Plugin {...plugin} hidden={hidden} />
    </ErrorBoundary>
  )
  return twice ? <StrictMode>{page}</StrictMode> : page
}

function Plugin({ provider, scene, hidden = false }: ContractPlugin & { readonly hidden?: boolean }): ReactNode {
  const content = (
    <Hideable hidden={hidden}>
      <SceneView scene={scene} />
    </Hideable>
  )
  if (!provider) return content
  // a cast: the contract also tests arguments that the types forbid
  const props = provider as unknown as HaiiloHostProviderProps
  return <HaiiloHostProvider {...props}>{content}</HaiiloHostProvider>
}

/** `undefined` in React 18, which has no Activity. */
function Hideable({ hidden, children }: { hidden: boolean; children: ReactNode }): ReactNode {
  return 'Activity' in React ? (
    <React.Activity mode={hidden ? 'hidden' : 'visible'}>{children}</React.Activity>
  ) : (
    children
  )
}

class ErrorBoundary extends Component<{ onError: (error: unknown) => void; children: ReactNode }> {
  override readonly state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(error)
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children
  }
}

function SceneView({ scene }: { scene: Scene }): ReactNode {
  switch (scene.kind) {
    case 'boundary':
      return scene.withoutFailed ? (
        <HaiiloHostBoundary>
          <Ready />
        </HaiiloHostBoundary>
      ) : (
        <WholeBoundary />
      )
    case 'unguarded':
      return <Ready />
    case 'selection':
      return <Selection {...scene} />
    case 'commands':
      return <Commander {...scene} />
    case 'message':
      return <Listener {...scene} />
    case 'save':
      return <Saver {...scene} />
    case 'height':
      return scene.heights.map((height, index) => <Block key={index} height={height} />)
  }
}

function WholeBoundary(): ReactElement {
  return (
    <HaiiloHostBoundary
      loading="connecting"
      failed={({ error, retry }) => <button onClick={retry}>failed: {error.code}</button>}
    >
      <Ready />
    </HaiiloHostBoundary>
  )
}

function Ready(): string {
  const editing = useHaiiloHost((state) => state.editing ?? false)
  return readyText(useHaiiloContext(), useHaiiloConfig(), editing)
}

function Selection({ select, onRender }: SelectionScene): null {
  const selection = useHaiiloHost(select)
  useEffect(() => {
    onRender(selection)
  })
  return null
}

function Commander({ onCommands }: CommandsScene): null {
  const commands = useHaiiloHost()
  useEffect(() => {
    onCommands(commands)
  })
  return null
}

function Listener({ subject, onMessage }: MessageScene): null {
  useHaiiloMessage(subject, onMessage)
  return null
}

function Saver({ onSave }: SaveScene): null {
  useHaiiloSave(onSave)
  return null
}

function Block({ height }: { height: number }): ReactElement {
  return <div ref={useHaiiloHeight()} style={{ height }} />
}
