export { createSimulatedHost } from './create-simulated-host.js'
export { defineHostFixture, type HostFixture } from './define-host-fixture.js'
export { describeFault, simulatedFaults, type FaultDescription, type SimulatedFault } from './faults.js'
export type { KeyDocument } from './signing-keys.js'
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
} from './simulated-host.js'
export type { WireLogEntry } from './wire-log.js'
