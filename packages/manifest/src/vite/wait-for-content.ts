import { stat } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'

/** Waits, a tenth of a second at most, for content in a file that is empty: many programs empty a file before they write it. */
export async function waitForContent(file: string): Promise<void> {
  for (let tries = 0; tries < 10 && (await isEmpty(file)); tries += 1) await setTimeout(10)
}

function isEmpty(file: string): Promise<boolean> {
  return stat(file).then(
    ({ size }) => size === 0,
    () => false,
  )
}
