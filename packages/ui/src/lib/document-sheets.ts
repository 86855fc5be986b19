import type { CSSResultOrNative } from 'lit'

const sheets = new WeakMap<Document, Map<CSSResultOrNative, CSSStyleSheet>>()

/**
 * Returns the style sheets of a component for a document. A constructed sheet works only in the document that created it. A document
 * without a window gets none.
 */
export function documentSheets(page: Document, styles: readonly CSSResultOrNative[]): CSSStyleSheet[] {
  const made = sheets.get(page) ?? new Map<CSSResultOrNative, CSSStyleSheet>()
  sheets.set(page, made)
  return styles.flatMap((style) => {
    const sheet = page.defaultView && (made.get(style) ?? makeSheet(page.defaultView, style))
    if (!sheet) return []
    made.set(style, sheet)
    return [sheet]
  })
}

function makeSheet(view: Window & typeof globalThis, style: CSSResultOrNative): CSSStyleSheet {
  const sheet = new view.CSSStyleSheet()
  const text = 'cssText' in style ? style.cssText : [...style.cssRules].map((rule) => rule.cssText).join('\n')
  sheet.replaceSync(text)
  return sheet
}
