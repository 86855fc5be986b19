import { excerpt } from '../errors.js'

/** A declaration that ties a height to that of the frame: by its unit, or by a share of the parent's. */
const TIE = /(?:^|[\s;])((?:min-)?height:[^;]*\d(?:[dls]?v(?:h|b|min|max)|%)[^;]*)/

/** Says of an element that it grows with its frame, and which CSS rule makes it, as far as the style sheets may be read. */
export function describeLoop(element: Element): string {
  const document = element.ownerDocument
  const ties: string[] = []

  function examine(owner: string, style: CSSStyleDeclaration): void {
    const tie = TIE.exec(style.cssText)?.[1]
    if (tie) ties.push(`${owner} { ${tie} }`)
  }

  function search(group: object): void {
    try {
      for (const rule of (group as CSSGroupingRule).cssRules) {
        const { selectorText, style } = rule as CSSStyleRule
        if (!selectorText) search(rule)
        else if (element.closest(selectorText) ?? element.querySelector(selectorText)) examine(selectorText, style)
      }
    } catch {
      // no group, or a sheet of another origin, which keeps its rules to itself
    }
  }

  for (const styled of document.querySelectorAll<HTMLElement>('[style]')) {
    if (styled.contains(element) || element.contains(styled)) examine(nameOf(styled), styled.style)
  }
  for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) search(sheet)
  // what names the frame itself is a surer sign than a share of the parent's
  const tie = ties.find((found) => !found.includes('%')) ?? ties[0] ?? 'by vh, % or a script'
  return `${excerpt(nameOf(element))} grows with its frame: ${excerpt(tie)}. Free its height of the frame, or pass \`max\`.`
}

function nameOf({ classList, id, localName }: Element): string {
  return [localName + (id && `#${id}`), ...classList].join('.')
}
