import { signedInUser } from '../../setup/index.js'
import type { Timeline } from '../../timeline/create-timeline.js'
import { findEntryPoint } from '../state/entry-points.js'
import type { PageActions } from '../state/page-actions.js'
import type { PageState } from '../state/page-state.js'
import { createWidget, type Widget, type WidgetOptions } from './widget.js'

/** The widgets on the page of the tenant. */
export interface WidgetGrid {
  readonly element: HTMLElement
  /** Creates, updates and removes widgets. */
  readonly update: (state: PageState) => void
  readonly widget: (id: string) => Widget | undefined
  /** The id of the widget that has this element; `undefined` if none has. */
  readonly idOf: (element: Element | null | undefined) => string | undefined
  readonly close: () => void
}

export interface WidgetGridOptions extends WidgetOptions {
  readonly timeline: Timeline
}

export function createWidgetGrid(actions: PageActions, { timeline, ...options }: WidgetGridOptions): WidgetGrid {
  const element = document.createElement('div')
  const widgets = new Map<string, Widget>()
  let shown: PageState | undefined
  element.className = 'grid'

  function createFor(id: string): Widget {
    const widget = createWidget(options, {
      select: () => actions.selectWidget(id),
      openSettings: () => actions.openSettings(id),
      resize: (columns) => actions.resizeWidget(id, columns),
      remove: () => actions.removeWidget(id),
      showFirstEntryPoint: () => actions.changeInstance(id, { entryPoint: undefined, config: {} }),
      log: timeline.add,
      storeConfig: (config) => actions.changeInstance(id, { config }),
    })
    widgets.set(id, widget)
    element.append(widget.element)
    return widget
  }

  return {
    element,
    update(state) {
      const { setup, plugin, entryPoints, keyServer, selectedId } = state
      if (shown && GRID_STATE.every((name) => shown?.[name] === state[name])) return
      shown = state
      for (const [id, widget] of widgets) {
        if (setup.instances.some((each) => each.id === id)) continue
        widget.close()
        widgets.delete(id)
      }
      const user = signedInUser(setup)
      const { editing, sandbox, wrapper, globalConfig, tenant } = setup
      const { manifest, manifestUrl } = plugin
      for (const instance of setup.instances) {
        const widget = widgets.get(instance.id) ?? createFor(instance.id)
        widget.update({
          ...{ editing, sandbox, wrapper, globalConfig, tenant, instance, user, keyServer, manifest, manifestUrl },
          entryPoint: findEntryPoint(entryPoints, instance.entryPoint),
          selected: instance.id === selectedId,
        })
      }
    },
    widget: (id) => widgets.get(id),
    idOf: (searched) => [...widgets].find(([, widget]) => widget.element === searched)?.[0],
    close() {
      for (const widget of widgets.values()) widget.close()
      widgets.clear()
    },
  }
}

/** The parts of the state that widgets depend on. */
const GRID_STATE = ['setup', 'plugin', 'entryPoints', 'keyServer', 'selectedId'] as const
