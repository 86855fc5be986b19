import type { Page } from '@playwright/test'

/** Pixels. Fewer are what a browser rounds differently from one picture to the next. */
const SPECK = 8

/** Whether a person could tell two pictures of a page apart. They are compared in the page, which can read them. */
export async function looksDifferent(page: Page, one: Buffer, other: Buffer): Promise<boolean> {
  const different = await page.evaluate(countDifferent, [one.toString('base64'), other.toString('base64')])
  return different > SPECK
}

/** Runs in the page. A blob asks no content security policy. */
async function countDifferent(pictures: readonly string[]): Promise<number> {
  /** Of red, green and blue together. */
  const FAINT = 32

  async function read(picture: string): Promise<Uint8ClampedArray> {
    const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes]))
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    context?.drawImage(bitmap, 0, 0)
    return context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray()
  }
  const [one = [], other = []] = await Promise.all(pictures.map(read))
  let count = 0
  for (let at = 0; at < Math.max(one.length, other.length); at += 4) {
    const channels = [0, 1, 2].map((channel) => Math.abs((one[at + channel] ?? 0) - (other[at + channel] ?? 0)))
    if (channels.reduce((sum, each) => sum + each) > FAINT) count += 1
  }
  return count
}
