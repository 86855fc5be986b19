export { createSimulatedHost } from './host/create-simulated-host.js'
export { defineHostFixture, type HostFixture } from './fixture/define-host-fixture.js'
export { describeFault, simulatedFaults, type FaultDescription, type SimulatedFault } from './faults/faults.js'
export type { KeyDocument } from './keys/signing-keys.js'
export type {
  ConnectOptions,
  EmbeddedPlugin,
  EmbedOptions,
  ManifestFinding,
  SaveOptions,
  SetConfigOptions,
  SimulatedConfig,
  SimulatedConnection,
  SimulatedEntryPoint,
  SimulatedField,
  SimulatedHost,
  SimulatedHostOptions,
  SimulatedManifest,
  SimulatedUser,
  SubjectHandler,
} from './host/simulated-host.js'
export type { WireLogEntry } from './host/wire-log.js'
export { runWrapperPage, type WrapperPageOptions } from './page/wrapper-page.js'
