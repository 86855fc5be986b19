import { afterEach, beforeEach, describe, vi } from 'vitest'
import { behaviours } from './behaviours/index.js'
import type { BindingDriver } from './binding-driver.js'

/** A driver, and the abilities of the page that it runs on. */
export interface BindingContract extends BindingDriver {
  /** Whether the page has a layout, so that heights can be measured in pixels. Default: `false`. */
  readonly layout?: boolean
}

/**
 * Registers the test cases that every binding must pass: all bindings have the same behaviour. The cases run in happy-dom or in a browser,
 * with a simulated host that signs real tokens.
 */
export function runBindingContract({ layout = false, ...driver }: BindingContract): void {
  describe(`the binding contract: ${driver.name}`, { timeout: 60_000 }, () => {
    const consoleMessages: string[] = []
    beforeEach(() => {
      consoleMessages.length = 0
      for (const level of ['error', 'warn'] as const) {
        vi.spyOn(console, level).mockImplementation((...parts: unknown[]) =>
          consoleMessages.push(parts.map(String).join(' ')),
        )
      }
    })
    afterEach(() => vi.restoreAllMocks())

    for (const behaviour of behaviours) behaviour({ driver, layout, consoleMessages })
  })
}
