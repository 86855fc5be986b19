import { IMAGE_CONFIG } from '@angular/common'
import {
  Component,
  computed,
  effect,
  ErrorHandler,
  inject,
  InjectionToken,
  input,
  signal,
  untracked,
  VERSION,
  type ApplicationRef,
  type EnvironmentProviders,
  type Provider,
  type Signal,
} from '@angular/core'
import { takeUntilDestroyed } from '@angular/core/rxjs-interop'
import { createApplication, provideClientHydration } from '@angular/platform-browser'
import { provideServerRendering } from '@angular/platform-server'
import type { HaiiloHostOptions } from '@haiilo-kit/core'
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
  HaiiloHeight,
  HaiiloHostFailed,
  HaiiloHostReady,
  HaiiloHostService,
  injectHaiiloHost,
  provideHaiiloHost,
} from '../src/index.js'
import { renderAsServer, insertServerHtml } from './one-realm.js'

type Providers = (Provider | EnvironmentProviders)[]

/** The state of the page. */
interface Page {
  readonly scene: Signal<Scene>
  readonly shown: Signal<boolean>
}

const PAGE = new InjectionToken<Page>('page')

/** In development mode, Angular checks the images of the page some time after the start. */
const NO_IMAGE_CHECK: Provider = {
  provide: IMAGE_CONFIG,
  useValue: { disableImageSizeWarning: true, disableImageLazyLoadWarning: true },
}

/** The plug-in of the contract in Angular. `more` are additional providers of the application, such as its change detection. */
export function createAngularDriver(name: string, more: Providers = []): BindingDriver {
  return {
    name: `Angular ${VERSION.full}${name}`,
    kind: 'binding',
    canHide: false,
    makeState: (value) => value,

    async renderToString(plugin) {
      const page: Page = { scene: signal(plugin.scene), shown: signal(true) }
      return renderAsServer(PluginPage, () => [
        provideServerRendering(),
        provideClientHydration(),
        ...providePlugin(plugin, page),
        ...more,
      ])
    },

    async mount(plugin, { twice = false, html } = {}) {
      const element = document.body.appendChild(document.createElement('div'))
      const leftovers: ChildNode[] = [element]
      const errors: unknown[] = []
      const scene = signal(plugin.scene)
      const shown = signal(true)
      let app: ApplicationRef | undefined

      try {
        const handleError = (error: unknown): void => void errors.push(error)
        const providers: Providers = [
          { provide: ErrorHandler, useValue: { handleError } },
          NO_IMAGE_CHECK,
          ...(html === undefined ? [] : [provideClientHydration()]),
          ...providePlugin(plugin, { scene, shown }),
          ...more,
        ]
        if (html === undefined) element.append(document.createElement('contract-page'))
        else leftovers.push(...insertServerHtml(html, element))
        app = await createApplication({ providers })
        app.bootstrap(PluginPage, element.querySelector('contract-page')!)
        if (twice) {
          shown.set(false)
          app.tick()
          shown.set(true)
          app.tick()
        }
      } catch (error) {
        errors.push(error)
      }
      await settled()

      async function settled(): Promise<void> {
        await app?.whenStable()
        await nextTask()
      }

      return {
        element,
        errors,
        async update(next) {
          scene.set(next)
          await settled()
        },
        setHidden: async () => undefined,
        settled,
        async unmount() {
          if (app?.destroyed === false) app.destroy()
          for (const leftover of leftovers) leftover.remove()
          await nextTask()
        },
      }
    },
  }
}

function providePlugin({ provider }: ContractPlugin, page: Page): Providers {
  const provided: Providers = [{ provide: PAGE, useValue: page }]
  if (!provider) return provided
  const { host, options } = provider
  // a cast: the contract also tests arguments that the types forbid
  const given = (host && options ? provider : (host ?? options)) as HaiiloHostOptions
  return [...provided, provideHaiiloHost(given)]
}

@Component({
  selector: 'contract-ready',
  template: '{{ text() }}',
})
class ReadyView {
  readonly #host = inject(HaiiloHostService)
  readonly text = computed(() =>
    readyText(this.#host.context(), this.#host.config(), this.#host.snapshot().editing ?? false),
  )
}

@Component({ selector: 'contract-selection', template: '' })
class SelectionView {
  readonly scene = input.required<SelectionScene>()

  constructor() {
    const selection = injectHaiiloHost().select((snapshot) => this.scene().select(snapshot))
    // runs whenever a template that reads the signal would be rendered again
    effect(() => {
      const selected = selection()
      untracked(() => this.scene().onRender(selected))
    })
  }
}

@Component({ selector: 'contract-commander', template: '' })
class Commander {
  readonly scene = input.required<CommandsScene>()

  constructor() {
    const host = injectHaiiloHost()
    effect(() => this.scene().onCommands(host))
  }
}

@Component({ selector: 'contract-listener', template: '' })
class Listener {
  readonly scene = input.required<MessageScene>()

  constructor() {
    injectHaiiloHost()
      .messages('edit')
      .pipe(takeUntilDestroyed())
      .subscribe((message) => this.scene().onMessage(message))
  }
}

@Component({ selector: 'contract-saver', template: '' })
class Saver {
  readonly scene = input.required<SaveScene>()

  constructor() {
    injectHaiiloHost().onSave((request) => this.scene().onSave(request))
  }
}

@Component({
  selector: 'contract-blocks',
  imports: [HaiiloHeight],
  template: `
    @for (height of scene().heights; track $index) {
      <div haiiloHeight [style.height.px]="height"></div>
    }
  `,
})
class Blocks {
  readonly scene = input.required<HeightScene>()
}

@Component({
  selector: 'contract-boundary',
  imports: [HaiiloHostFailed, HaiiloHostReady, ReadyView],
  template: `
    <contract-ready *haiiloHostReady="let host; loading: loading; failed: failed" />
    <ng-template #loading>connecting</ng-template>
    <ng-template #failed haiiloHostFailed let-error let-retry="retry">
      <button (click)="retry()">failed: {{ error.code }}</button>
    </ng-template>
  `,
})
class WholeBoundary {}

@Component({
  selector: 'contract-bare-boundary',
  imports: [HaiiloHostReady, ReadyView],
  template: '<contract-ready *haiiloHostReady />',
})
class BareBoundary {}

@Component({
  selector: 'contract-page',
  imports: [BareBoundary, Blocks, Commander, Listener, ReadyView, Saver, SelectionView, WholeBoundary],
  template: `
    @let scene = page.scene();
    @if (page.shown()) {
      @switch (scene.kind) {
        @case ('boundary') {
          @if (scene.withoutFailed) {
            <contract-bare-boundary />
          } @else {
            <contract-boundary />
          }
        }
        @case ('unguarded') {
          <contract-ready />
        }
        @case ('selection') {
          <contract-selection [scene]="scene" />
        }
        @case ('commands') {
          <contract-commander [scene]="scene" />
        }
        @case ('message') {
          <contract-listener [scene]="scene" />
        }
        @case ('save') {
          <contract-saver [scene]="scene" />
        }
        @case ('height') {
          <contract-blocks [scene]="scene" />
        }
      }
    }
  `,
})
class PluginPage {
  readonly page = inject(PAGE)
}
