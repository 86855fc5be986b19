import { styleText } from 'node:util'

/** A colour or another style, by Node's name. */
export type Style = 'blue' | 'bold' | 'cyan' | 'dim' | 'green' | 'red' | 'yellow'

/** Gives a text a style, where that is wanted. */
export type Paint = (style: Style, text: string) => string

/** Whether a stream gets styles: not if it is no terminal, and as `NO_COLOR` and `FORCE_COLOR` have it. */
export function isStyled(stream: NodeJS.WritableStream): boolean {
  return styleText('red', '-', { stream }) !== '-'
}

/** Styles for a stream, if it gets any. */
export function createPaint(stream: NodeJS.WritableStream): Paint {
  return isStyled(stream) ? style : (_, text) => text
}

/** Gives a text a style, whatever it is for. */
export function style(name: Style, text: string): string {
  return text === '' ? '' : styleText(name, text, { validateStream: false })
}
