// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import type { App } from 'vue'
import { HaiiloAlert } from './haiilo-alert.js'
import { HaiiloButton } from './haiilo-button.js'
import { HaiiloCard } from './haiilo-card.js'
import { HaiiloCheckbox } from './haiilo-checkbox.js'
import { HaiiloConfigForm } from './haiilo-config-form.js'
import { HaiiloDialog } from './haiilo-dialog.js'
import { HaiiloEmptyState } from './haiilo-empty-state.js'
import { HaiiloHostStatus } from './haiilo-host-status.js'
import { HaiiloRadioGroup } from './haiilo-radio-group.js'
import { HaiiloSelect } from './haiilo-select.js'
import { HaiiloSkeleton } from './haiilo-skeleton.js'
import { HaiiloSpinner } from './haiilo-spinner.js'
import { HaiiloSwitch } from './haiilo-switch.js'
import { HaiiloTab } from './haiilo-tab.js'
import { HaiiloTabs } from './haiilo-tabs.js'
import { HaiiloTextField } from './haiilo-text-field.js'
import { HaiiloUser } from './haiilo-user.js'

/**
 * Registers all components of the kit for the templates of an app. An app that needs only a few components is smaller if it imports those.
 *
 * @example
 * ```ts
 * import { createApp } from 'vue'
 *
 * createApp(Lunch).use(HaiiloUiPlugin).mount('#root')
 * ```
 */
export function HaiiloUiPlugin(app: App): void {
  const components = {
    HaiiloAlert,
    HaiiloButton,
    HaiiloCard,
    HaiiloCheckbox,
    HaiiloConfigForm,
    HaiiloDialog,
    HaiiloEmptyState,
    HaiiloHostStatus,
    HaiiloRadioGroup,
    HaiiloSelect,
    HaiiloSkeleton,
    HaiiloSpinner,
    HaiiloSwitch,
    HaiiloTab,
    HaiiloTabs,
    HaiiloTextField,
    HaiiloUser,
  }
  for (const [name, component] of Object.entries(components)) app.component(name, component)
}

declare module 'vue' {
  interface GlobalComponents {
    HaiiloAlert: typeof HaiiloAlert
    HaiiloButton: typeof HaiiloButton
    HaiiloCard: typeof HaiiloCard
    HaiiloCheckbox: typeof HaiiloCheckbox
    HaiiloConfigForm: typeof HaiiloConfigForm
    HaiiloDialog: typeof HaiiloDialog
    HaiiloEmptyState: typeof HaiiloEmptyState
    HaiiloHostStatus: typeof HaiiloHostStatus
    HaiiloRadioGroup: typeof HaiiloRadioGroup
    HaiiloSelect: typeof HaiiloSelect
    HaiiloSkeleton: typeof HaiiloSkeleton
    HaiiloSpinner: typeof HaiiloSpinner
    HaiiloSwitch: typeof HaiiloSwitch
    HaiiloTab: typeof HaiiloTab
    HaiiloTabs: typeof HaiiloTabs
    HaiiloTextField: typeof HaiiloTextField
    HaiiloUser: typeof HaiiloUser
  }
}
