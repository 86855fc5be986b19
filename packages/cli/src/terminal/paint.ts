import { styleText } from 'node:util'

/** A colour or text style, by its name in Node. */
export type Style = 'blue' | 'bold' | 'cyan' | 'dim' | 'green' | 'red' | 'yellow'

/** Applies a style to a text, or returns the text unchanged if the stream has no styles. */
export type Paint = (style: Style, text: string) => string

/** Whether a stream has styles: it is a terminal and `NO_COLOR` is not set, or `FORCE_COLOR` is set. */
export function isStyled(stream: NodeJS.WritableStream): boolean {
  return styleText('red', '-', { stream }) !== '-'
}

/** Creates the paint function of a stream. */
export function createPaint(stream: NodeJS.WritableStream): Paint {
  return isStyled(stream) ? applyStyle : (_, text) => text
}

/** Applies a style to a text, for any stream. */
export function applyStyle(style: Style, text: string): string {
  return text === '' ? '' : styleText(style, text, { validateStream: false })
}
