export type {
  BindingDriver,
  BoundaryScene,
  CommandsScene,
  ContractPlugin,
  HeightScene,
  MessageScene,
  MountedPlugin,
  MountOptions,
  SaveScene,
  Scene,
  SelectionScene,
  UnguardedScene,
} from './binding-contract/binding-driver.js'
export { readyText } from './binding-contract/binding-driver.js'
export { nextTask } from './binding-contract/next-task.js'
export { runBindingContract, type BindingContract } from './binding-contract/run-binding-contract.js'
export { watchHost, type WatchedHost } from './binding-contract/watch-host.js'
export { watchObservers, type WatchedObservers } from './binding-contract/watch-observers.js'
export { loadLunch, type Lunch } from './load-lunch.js'
export { loadSettings, type Settings } from './load-settings.js'
export { createTokenFactory, type TokenFactory, type TokenFactoryOptions } from './token-factory.js'
export { scriptHost } from './scripted-host.js'
export type { PluginPost, ScriptedHost, ScriptedHostSettings, ScriptedOptions } from './scripted-host.js'
export { scriptFetch } from './scripted-fetch.js'
export type { ScriptedFetch, ScriptedRequest } from './scripted-fetch.js'
export { translatePage, untranslated } from './translate-page.js'
