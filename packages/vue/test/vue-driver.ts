import {
  nextTask,
  readyText,
  type BindingDriver,
  type CommandsScene,
  type ContractPlugin,
  type HeightScene,
  type MessageScene,
  type SaveScene,
  type Scene,
  type SelectionScene,
} from '@haiilo-kit/test-kit'
import {
  createApp,
  createSSRApp,
  defineComponent,
  h,
  KeepAlive,
  reactive,
  shallowReactive,
  useTemplateRef,
  version,
  withDirectives,
  type App,
  type VNode,
} from 'vue'
import { renderToString } from 'vue/server-renderer'
import {
  HaiiloHostBoundary,
  HaiiloHostPlugin,
  provideHaiiloHost,
  useHaiiloConfig,
  useHaiiloContext,
  useHaiiloHeight,
  useHaiiloHost,
  useHaiiloMessage,
  useHaiiloSave,
  vHaiiloHeight,
  type HaiiloHostFailure,
  type HaiiloHostReady,
} from '../src/index.js'

type Given = Parameters<typeof provideHaiiloHost>[0]

/** The plug-in of the contract in Vue. The host comes from the app, or from the set-up of a component. */
export function createVueDriver(provider: 'app' | 'set-up' = 'app'): BindingDriver {
  return {
    name: `Vue ${version}${provider === 'app' ? '' : ', provideHaiiloHost()'}`,
    kind: 'binding',
    canHide: true,
    makeState: (value) => reactive(value) as typeof value,

    async renderToString(plugin) {
      const app = createSSRApp(() => h(Page, { plugin, provider }))
      provide(app, plugin, provider)
      return renderToString(app)
    },

    async mount(plugin, { twice = false, html } = {}) {
      const element = document.body.appendChild(document.createElement('div'))
      const errors: unknown[] = []
      const shown = shallowReactive({ plugin, hidden: false, key: 1 })
      const app = (html === undefined ? createApp : createSSRApp)(() => h(Page, { ...shown, provider }))
      app.config.errorHandler = (error) => errors.push(error)
      try {
        provide(app, plugin, provider)
      } catch (error) {
        errors.push(error)
      }
      element.append(...parse(html))
      app.mount(element)
      // hot reloading unmounts a component and mounts it again in the same render
      if (twice) shown.key += 1
      await nextTask()

      return {
        element,
        errors,
        async update(scene) {
          shown.plugin = { ...plugin, scene }
          await nextTask()
        },
        async setHidden(hidden) {
          shown.hidden = hidden
          await nextTask()
        },
        settled: nextTask,
        async unmount() {
          if (element.isConnected) app.unmount()
          element.remove()
          await nextTask()
        },
      }
    },
  }
}

function provide(app: App, { provider: given }: ContractPlugin, where: 'app' | 'set-up'): void {
  if (given && where === 'app') app.use(HaiiloHostPlugin, argument(given))
}

/** Returns the argument of the provider. The contract also tests arguments that the types forbid. */
function argument(provider: NonNullable<ContractPlugin['provider']>): Given {
  return (provider.host && provider.options ? provider : (provider.host ?? provider.options)) as Given
}

function parse(html = ''): ChildNode[] {
  // inside an element, because the parser would move a comment at the start of the document out of the body
  const parsed = new DOMParser().parseFromString(`<div>${html}</div>`, 'text/html').body.firstElementChild
  return [...(parsed?.childNodes ?? [])]
}

interface PageProps {
  readonly plugin: ContractPlugin
  readonly provider: 'app' | 'set-up'
  readonly hidden?: boolean
}

const Page = defineComponent(
  (props: PageProps) => {
    const { plugin, provider } = props
    if (plugin.provider && provider === 'set-up') provideHaiiloHost(argument(plugin.provider))
    return () => h(KeepAlive, () => (props.hidden ? undefined : showScene(props.plugin.scene)))
  },
  { props: ['plugin', 'provider', 'hidden'] },
)

function showScene(scene: Scene): VNode {
  switch (scene.kind) {
    case 'boundary':
      return h(Boundary, { withFailed: !scene.withoutFailed })
    case 'unguarded':
      return h(Unguarded)
    case 'selection':
      return h(Selection, { scene })
    case 'commands':
      return h(Commander, { scene })
    case 'message':
      return h(Listener, { scene })
    case 'save':
      return h(Saver, { scene })
    case 'height':
      return h(Stack, { scene })
  }
}

const Boundary = defineComponent(
  (props: { readonly withFailed: boolean }) => () =>
    h(HaiiloHostBoundary, null, {
      default: (ready: HaiiloHostReady) => h(Ready, ready),
      loading: () => 'connecting',
      ...(props.withFailed && {
        failed: ({ error, retry }: HaiiloHostFailure) => h('button', { onClick: retry }, `failed: ${error.code}`),
      }),
    }),
  { props: ['withFailed'] },
)

/** Shows the slot props, and checks that the composables return the same values. */
const Ready = defineComponent(
  (props: HaiiloHostReady) => {
    const [context, config] = [useHaiiloContext(), useHaiiloConfig()]
    const editing = useHaiiloHost((state) => state.editing ?? false)
    return () => {
      if (props.context !== context.value || props.config !== config.value) return 'slot and composables differ'
      return readyText(context.value, config.value, editing.value)
    }
  },
  { props: ['context', 'config'] },
)

const Unguarded = defineComponent(() => {
  const context = useHaiiloContext()
  return () => String(context.value.userName)
})

const Selection = defineComponent(
  ({ scene: { select, onRender } }: { readonly scene: SelectionScene }) => {
    const selection = useHaiiloHost(select)
    return () => {
      onRender(selection.value)
      return null
    }
  },
  { props: ['scene'] },
)

const Commander = defineComponent(
  ({ scene }: { readonly scene: CommandsScene }) => {
    scene.onCommands(useHaiiloHost())
    return () => null
  },
  { props: ['scene'] },
)

const Listener = defineComponent(
  (props: { readonly scene: MessageScene }) => {
    useHaiiloMessage(props.scene.subject, (message) => props.scene.onMessage(message))
    return () => null
  },
  { props: ['scene'] },
)

const Saver = defineComponent(
  (props: { readonly scene: SaveScene }) => {
    useHaiiloSave((request) => props.scene.onSave(request))
    return () => null
  },
  { props: ['scene'] },
)

/** Uses the directive and the composable in turns. */
const Stack = defineComponent(
  (props: { readonly scene: HeightScene }) => () =>
    props.scene.heights.map((height, index) =>
      index % 2
        ? h(Block, { key: index, height })
        : withDirectives(h('div', { key: index, style: { height: `${height}px` } }), [[vHaiiloHeight]]),
    ),
  { props: ['scene'] },
)

const Block = defineComponent(
  (props: { readonly height: number }) => {
    useHaiiloHeight(useTemplateRef<HTMLElement>('block'))
    return () => h('div', { ref: 'block', style: { height: `${props.height}px` } })
  },
  { props: ['height'] },
)
