import { scriptHost, type ScriptedHost, type ScriptedHostSettings } from '@haiilo-kit/test-kit'
import { onTestFinished } from 'vitest'
import { createHaiiloHost, type HaiiloHost, type HaiiloHostOptions } from '../src/index.js'

/** A connection and its scripted host, until the test has finished. */
export interface Scene {
  readonly home: ScriptedHost
  readonly host: HaiiloHost
}

export function openScene(settings: ScriptedHostSettings, options: HaiiloHostOptions = {}): Scene {
  const home = scriptHost(settings)
  const host = createHaiiloHost({ ...home.options, ...options })
  onTestFinished(host.close)
  return { home, host }
}
