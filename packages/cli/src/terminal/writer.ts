import { printable } from '@haiilo-kit/core/token'
import { sanitizeOutput, maskSecrets } from '@haiilo-kit/manifest'
import { createPaint, isStyled, type Paint } from './paint.js'
import { stringify } from './stringify.js'

/**
 * The only way to stdout and stderr. What it writes holds no secret of a known form, and nothing that a terminal or a CI runner obeys,
 * whatever foreign text is in it.
 */
export interface Writer {
  /** Writes lines for people. */
  readonly text: (text: string) => void
  /** Writes a value as JSON. */
  readonly json: (value: unknown) => void
  /** Writes a workflow command of GitHub Actions, the one kind of line that a runner is meant to obey. */
  readonly command: (name: CommandName, properties: Readonly<Record<string, string>>, message: string) => void
  /** Gives styles to a part of a text. */
  readonly paint: Paint
  readonly isStyled: boolean
  /** Columns of the terminal; 0 if it is none, or does not know. */
  readonly columns: number
}

/** A command that shows something beside the code, and changes nothing. */
export type CommandName = 'error' | 'notice' | 'warning'

/** Makes the writer of a stream. */
export function createWriter(stream: NodeJS.WritableStream): Writer {
  const styles = isStyled(stream)
  return {
    text(text) {
      if (text !== '') stream.write(sanitizeOutput(maskSecrets(text), styles))
    },
    json: (value) => void stream.write(`${stringify(value)}\n`),
    command(name, properties, message) {
      const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(clean(value))}`)
      stream.write(`::${name} ${list.join(',')}::${escapeData(clean(message))}\n`)
    },
    paint: createPaint(stream),
    isStyled: styles,
    columns: 'columns' in stream ? Number(stream.columns) : 0,
  }
}

function clean(text: string): string {
  return sanitizeOutput(printable(maskSecrets(text)))
}

/** As the runner undoes it in the text of a command. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** As the runner undoes it in a property of a command. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
