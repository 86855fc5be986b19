import type { Page } from '@playwright/test'

/** In pixels. Smaller differences are rounding differences between two screenshots. */
const MAX_NOISE = 8

/** Whether a person can see a difference between two screenshots. They are decoded and compared in the page. */
export async function hasVisibleDifference(page: Page, one: Buffer, other: Buffer): Promise<boolean> {
  const different = await page.evaluate(countDifferentPixels, [one.toString('base64'), other.toString('base64')])
  return different > MAX_NOISE
}

/** Runs in the page. A content security policy does not apply to `createImageBitmap` with a blob. */
async function countDifferentPixels(screenshots: readonly string[]): Promise<number> {
  /** The largest invisible difference: the sum of red, green and blue. */
  const FAINT = 32

  async function decode(screenshot: string): Promise<Uint8ClampedArray> {
    const bytes = Uint8Array.from(atob(screenshot), (character) => character.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes]))
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    context?.drawImage(bitmap, 0, 0)
    return context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray()
  }
  const [one = [], other = []] = await Promise.all(screenshots.map(decode))
  let count = 0
  for (let at = 0; at < Math.max(one.length, other.length); at += 4) {
    const channels = [0, 1, 2].map((channel) => Math.abs((one[at + channel] ?? 0) - (other[at + channel] ?? 0)))
    if (channels.reduce((sum, each) => sum + each) > FAINT) count += 1
  }
  return count
}
