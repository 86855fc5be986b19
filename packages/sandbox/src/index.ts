export type { PageCheck, PageCheckKind } from './contract/page-check.js'
export type { ManifestProblem, PluginState } from './contract/plugin-state.js'
export { SETUP_VERSION, type SandboxSetup, type SetupInstance, type SetupUser } from './contract/setup.js'
