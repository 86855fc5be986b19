/** Writes a text to the clipboard. Returns whether the browser permitted it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false // no permission, or no focus
  }
}
