import { html, type TemplateResult } from 'lit'
import { signedInUser } from '../../setup/index.js'
import { findEntryPoint, globalFields } from '../state/entry-points.js'
import type { PageActions } from '../state/page-actions.js'
import type { PageState } from '../state/page-state.js'
import { addWidgetDialog, formDialog, shortcutsDialog, usersDialog } from './dialogs.js'
import type { Shortcut } from './shortcuts.js'

/** All dialogs, except the one with a configuration view. */
export function pageDialogs(
  { setup, plugin, entryPoints, dialog, panels }: PageState,
  actions: PageActions,
  shortcuts: readonly Shortcut[],
): TemplateResult {
  const { userLanguage: language } = signedInUser(setup)
  const { closeDialog: close } = actions
  const instance = dialog?.name === 'settings' ? setup.instances.find(({ id }) => id === dialog.instanceId) : undefined
  const entryPoint = instance && findEntryPoint(entryPoints, instance.entryPoint)
  return html`${addWidgetDialog(dialog?.name === 'add-widget', entryPoints, { add: actions.addWidget, close })}
  ${shortcutsDialog(dialog?.name === 'shortcuts', shortcuts, {
    on: panels.shortcuts,
    setOn: (on) => actions.resizePanels({ shortcuts: on }),
    close,
  })}
  ${usersDialog(dialog?.name === 'users', setup, { add: actions.addUser, remove: actions.removeUser, close })}
  ${formDialog({
    heading: 'Global configuration',
    fields: dialog?.name === 'global-config' ? globalFields(plugin) : undefined,
    stored: setup.globalConfig,
    language,
    save: actions.saveGlobalConfig,
    close,
  })}
  ${formDialog({
    heading: `Settings of ${entryPoint?.name ?? 'the widget'}${instance ? ` (${instance.id})` : ''}`,
    fields: entryPoint?.configUrl === undefined ? entryPoint?.fields : undefined,
    stored: instance?.config ?? {},
    language,
    save: (config) => instance && actions.saveInstanceConfig(instance.id, config),
    close,
  })}`
}
