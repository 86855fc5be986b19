// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
export type {
  ElementAttributes,
  ElementComponent,
  ElementEvent,
  ElementSlot,
  ModelModifiers,
  Numeric,
} from './element-component.js'
export { HaiiloAlert } from './haiilo-alert.js'
export type { HaiiloAlertProps } from './haiilo-alert.js'
export { HaiiloButton } from './haiilo-button.js'
export type { HaiiloButtonProps } from './haiilo-button.js'
export { HaiiloCard } from './haiilo-card.js'
export type { HaiiloCardProps } from './haiilo-card.js'
export { HaiiloCheckbox } from './haiilo-checkbox.js'
export type { HaiiloCheckboxProps } from './haiilo-checkbox.js'
export { HaiiloConfigForm } from './haiilo-config-form.js'
export type { HaiiloConfigFormProps } from './haiilo-config-form.js'
export { HaiiloDialog } from './haiilo-dialog.js'
export type { HaiiloDialogProps } from './haiilo-dialog.js'
export { HaiiloEmptyState } from './haiilo-empty-state.js'
export type { HaiiloEmptyStateProps } from './haiilo-empty-state.js'
export { HaiiloHostStatus } from './haiilo-host-status.js'
export type { HaiiloHostStatusProps } from './haiilo-host-status.js'
export { HaiiloRadioGroup } from './haiilo-radio-group.js'
export type { HaiiloRadioGroupProps } from './haiilo-radio-group.js'
export { HaiiloSelect } from './haiilo-select.js'
export type { HaiiloSelectProps } from './haiilo-select.js'
export { HaiiloSkeleton } from './haiilo-skeleton.js'
export type { HaiiloSkeletonProps } from './haiilo-skeleton.js'
export { HaiiloSpinner } from './haiilo-spinner.js'
export type { HaiiloSpinnerProps } from './haiilo-spinner.js'
export { HaiiloSwitch } from './haiilo-switch.js'
export type { HaiiloSwitchProps } from './haiilo-switch.js'
export { HaiiloTab } from './haiilo-tab.js'
export type { HaiiloTabProps } from './haiilo-tab.js'
export { HaiiloTabs } from './haiilo-tabs.js'
export type { HaiiloTabsProps } from './haiilo-tabs.js'
export { HaiiloTextField } from './haiilo-text-field.js'
export type { HaiiloTextFieldProps } from './haiilo-text-field.js'
export { HaiiloUser } from './haiilo-user.js'
export type { HaiiloUserProps } from './haiilo-user.js'
export { HaiiloUiPlugin } from './haiilo-ui-plugin.js'
