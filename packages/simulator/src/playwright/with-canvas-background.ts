import type { Frame } from '@playwright/test'

/**
 * Runs something while pages without a background of their own have the one that the browser draws behind them: axe takes them for
 * white, in the dark, too.
 */
export async function withCanvas<Result>(frames: readonly Frame[], run: () => Promise<Result>): Promise<Result> {
  const sheets = await Promise.all(frames.map(async (frame) => [frame, await frame.evaluateHandle(paint)] as const))
  try {
    return await run()
  } finally {
    await Promise.all(sheets.map(([frame, sheet]) => frame.evaluate(clean, sheet)))
  }
}

/** Runs in the page. A style sheet that is made by script asks no content security policy, and this one yields to all others. */
function paint(): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('@layer { :where(html) { background-color: Canvas } }')
  document.adoptedStyleSheets.push(sheet)
  return sheet
}

/** Runs in the page. */
function clean(sheet: CSSStyleSheet): void {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((adopted) => adopted !== sheet)
}
