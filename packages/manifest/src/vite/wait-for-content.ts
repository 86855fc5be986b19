import { stat } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'

/** Waits up to 100 ms until a file is not empty: many programs empty a file before they write it. */
export async function waitForContent(file: string): Promise<void> {
  for (let tries = 0; tries < 10 && (await isEmpty(file)); tries += 1) await setTimeout(10)
}

function isEmpty(file: string): Promise<boolean> {
  return stat(file).then(
    ({ size }) => size === 0,
    () => false,
  )
}
