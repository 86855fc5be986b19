import { excerpt } from '../errors.js'

/** A height that depends on the frame: in viewport units, or as a percentage. */
const FRAME_HEIGHT = /(?:^|[\s;])((?:min-)?height:[^;]*\d(?:[dls]?v(?:h|b|min|max)|%)[^;]*)/

/** Describes a height loop: names the element and, if the style sheets are readable, the CSS rule that causes it. */
export function describeLoop(element: Element): string {
  const document = element.ownerDocument
  const declarations: string[] = []

  function examine(owner: string, style: CSSStyleDeclaration): void {
    const declaration = FRAME_HEIGHT.exec(style.cssText)?.[1]
    if (declaration) declarations.push(`${owner} { ${declaration} }`)
  }

  function search(group: object): void {
    try {
      for (const rule of (group as CSSGroupingRule).cssRules) {
        const { selectorText, style } = rule as CSSStyleRule
        if (!selectorText) search(rule)
        else if (element.closest(selectorText) ?? element.querySelector(selectorText)) examine(selectorText, style)
      }
    } catch {
      // not a grouping rule, or a style sheet of another origin, whose rules are not readable
    }
  }

  for (const styled of document.querySelectorAll<HTMLElement>('[style]')) {
    if (styled.contains(element) || element.contains(styled)) examine(nameOf(styled), styled.style)
  }
  for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) search(sheet)
  // viewport units are a more reliable sign than a percentage
  const declaration = declarations.find((found) => !found.includes('%')) ?? declarations[0] ?? 'by vh, % or a script'
  return `${excerpt(nameOf(element))} grows with its frame: ${excerpt(declaration)}. Make its height independent of the frame, or set \`max\`.`
}

function nameOf({ classList, id, localName }: Element): string {
  return [localName + (id && `#${id}`), ...classList].join('.')
}
