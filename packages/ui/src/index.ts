export { HaiiloAlert, type AlertLive, type AlertTone } from './components/alert/haiilo-alert.js'
export { HaiiloButton, type ButtonVariant } from './components/button/haiilo-button.js'
export { HaiiloCard, type HeadingLevel } from './components/card/haiilo-card.js'
export { HaiiloCheckbox } from './components/checkbox/haiilo-checkbox.js'
export type { ConfigValues } from './components/config-form/form-state.js'
export {
  HaiiloConfigForm,
  type ConfigMessages,
  type ConfigValidator,
} from './components/config-form/haiilo-config-form.js'
export { HaiiloDialog, type DialogSize } from './components/dialog/haiilo-dialog.js'
export { HaiiloEmptyState } from './components/empty-state/haiilo-empty-state.js'
export { HaiiloHostStatus, type StatusHost } from './components/host-status/haiilo-host-status.js'
export { HaiiloRadioGroup } from './components/radio-group/haiilo-radio-group.js'
export { HaiiloSelect } from './components/select/haiilo-select.js'
export { HaiiloSkeleton, type SkeletonShape } from './components/skeleton/haiilo-skeleton.js'
export { HaiiloSpinner, type SpinnerSize } from './components/spinner/haiilo-spinner.js'
export { HaiiloSwitch } from './components/switch/haiilo-switch.js'
export { HaiiloTab } from './components/tabs/haiilo-tab.js'
export { HaiiloTabs } from './components/tabs/haiilo-tabs.js'
export { HaiiloTextField, type TextFieldType } from './components/text-field/haiilo-text-field.js'
export { HaiiloUser, type UserSize } from './components/user/haiilo-user.js'
export type { FieldOption } from './field/field-option.js'
export { addLanguage, type Text, type TextKey, type Texts } from './languages/index.js'
