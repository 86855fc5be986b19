import { createHaiiloHost, observeHeight, onSave, type HaiiloHost } from '@haiilo-kit/core'
import {
  readyText,
  type BindingDriver,
  type HeightScene,
  type MessageScene,
  type SaveScene,
  type Scene,
  type SelectionScene,
} from './binding-driver.js'
import { nextTask } from './next-task.js'

/** Implements the plug-in of the contract without a framework. It shows that core itself provides the behaviour of the bindings. */
export const coreDriver: BindingDriver = {
  name: 'core',
  kind: 'core',
  canHide: false,
  makeState: (value) => value,
  async mount({ provider, scene }, { twice = false } = {}) {
    const element = document.body.appendChild(document.createElement('div'))
    const host = provider?.host ?? createHaiiloHost(provider?.options)
    if (twice) start(host, scene, element).stop()
    const started = start(host, scene, element)

    return {
      element,
      errors: [],
      update: async (next) => started.update(next),
      setHidden: async () => undefined,
      settled: async () => undefined,
      unmount: async () => {
        started.stop()
        element.remove()
        if (provider?.options) host.close()
        await nextTask()
      },
    }
  },
}

interface StartedScene {
  /** Renders another scene of the same kind. */
  readonly update: (scene: Scene) => void
  readonly stop: () => void
}

function start(host: HaiiloHost<unknown>, scene: Scene, element: HTMLElement): StartedScene {
  switch (scene.kind) {
    case 'boundary':
    case 'unguarded':
      return showBoundary(host, element)
    case 'selection':
      return followSelection(host, scene)
    case 'commands':
      scene.onCommands(host)
      return { update: () => undefined, stop: () => undefined }
    case 'message':
      return listen(host, scene)
    case 'save':
      return answerSave(host, scene)
    case 'height':
      return stackBlocks(host, scene, element)
  }
}

function showBoundary(host: HaiiloHost<unknown>, element: HTMLElement): StartedScene {
  const stop = host.subscribe(show)
  show()
  return { update: show, stop }

  function show(): void {
    const { status, context, config, editing, error } = host.getSnapshot()
    if (error) return element.replaceChildren(failureButton(error.code, host.retry))
    element.textContent = status === 'ready' ? readyText(context, config, editing) : status
  }
}

function failureButton(code: string, retry: () => void): HTMLButtonElement {
  const button = document.createElement('button')
  button.textContent = `failed: ${code}`
  button.addEventListener('click', retry)
  return button
}

function followSelection(host: HaiiloHost<unknown>, { select, onRender }: SelectionScene): StartedScene {
  let current = select(host.getSnapshot())
  onRender(current)
  const stop = host.subscribe(() => {
    const selection = select(host.getSnapshot())
    if (JSON.stringify(selection) === JSON.stringify(current)) return
    current = selection
    onRender(selection)
  })
  return { update: () => undefined, stop }
}

function listen(host: HaiiloHost<unknown>, first: MessageScene): StartedScene {
  let scene = first
  return {
    update(next) {
      if (next.kind === 'message') scene = next
    },
    stop: host.on(first.subject, (message) => scene.onMessage(message)),
  }
}

function answerSave(host: HaiiloHost<unknown>, first: SaveScene): StartedScene {
  let scene = first
  return {
    update(next) {
      if (next.kind === 'save') scene = next
    },
    stop: onSave(host, (request) => scene.onSave(request)),
  }
}

function stackBlocks(host: HaiiloHost<unknown>, first: HeightScene, element: HTMLElement): StartedScene {
  let stops: (() => void)[] = []
  stack(first)
  return {
    update(next) {
      if (next.kind === 'height') stack(next)
    },
    stop: () => stack({ kind: 'height', heights: [] }),
  }

  function stack({ heights }: HeightScene): void {
    const blocks = heights.map((height) => {
      const block = document.createElement('div')
      block.style.height = `${height}px`
      return block
    })
    element.replaceChildren(...blocks)
    for (const stop of stops) stop()
    stops = blocks.map((block) => observeHeight(host, block))
  }
}
