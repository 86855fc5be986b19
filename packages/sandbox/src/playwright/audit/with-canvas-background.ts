import type { Frame } from '@playwright/test'

/**
 * Runs a function while pages without a background have the default one of the browser. Axe assumes white otherwise, also in the dark
 * colour scheme.
 */
export async function withCanvasBackground<Result>(
  frames: readonly Frame[],
  run: () => Promise<Result>,
): Promise<Result> {
  const sheets = await Promise.all(frames.map(async (frame) => [frame, await frame.evaluateHandle(addSheet)] as const))
  try {
    return await run()
  } finally {
    await Promise.all(sheets.map(([frame, sheet]) => frame.evaluate(removeSheet, sheet)))
  }
}

/** Runs in the page. A content security policy does not apply to constructed style sheets. Styles of the page override this layer. */
function addSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('@layer { :where(html) { background-color: Canvas } }')
  document.adoptedStyleSheets.push(sheet)
  return sheet
}

/** Runs in the page. */
function removeSheet(sheet: CSSStyleSheet): void {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((adopted) => adopted !== sheet)
}
