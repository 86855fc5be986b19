import type { SandboxSetup } from '../../contract/setup.js'
import { signedInUser } from '../../setup/index.js'
import type { RecordedInstance } from '../../timeline/record-fixture.js'

/** The options of the simulated host of each widget, for a recorded fixture. */
export function recordedInstances(setup: SandboxSetup): readonly RecordedInstance[] {
  const { globalConfig, editing, sandbox } = setup
  return setup.instances.map(({ id, entryPoint, config, fault, latency }) => ({
    instance: id,
    entryPoint,
    options: {
      user: { ...signedInUser(setup) },
      ...{ config, editing, sandbox, latency },
      ...(Object.keys(globalConfig).length > 0 && { globalConfig }),
      // the set-up was parsed, so the fault is one of the simulator
      ...(fault !== undefined && { fault: fault as NonNullable<RecordedInstance['options']['fault']> }),
    },
  }))
}
