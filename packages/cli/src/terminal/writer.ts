import { printable } from '@haiilo-kit/core/token'
import { sanitizeOutput, maskSecrets } from '@haiilo-kit/manifest'
import { createPaint, isStyled, type Paint } from './paint.js'

/**
 * Writes to stdout or stderr. All output goes through a writer, which masks secrets of known formats and escapes everything that a terminal
 * or a CI runner would run as a command.
 */
export interface Writer {
  /** Writes text for people. */
  readonly text: (text: string) => void
  /** Writes a value as JSON. */
  readonly json: (value: unknown) => void
  /** Writes a workflow command of GitHub Actions. This is the only output that a runner may run. */
  readonly command: (name: CommandName, properties: Readonly<Record<string, string>>, message: string) => void
  /** Replaces the last line of a terminal; an empty text removes it. Does nothing if the stream is not a terminal. */
  readonly status: (text: string) => void
  /** Applies a style to a part of a text. */
  readonly paint: Paint
  readonly isStyled: boolean
  /** The width of the terminal in columns; 0 if it is unknown or the stream is not a terminal. */
  readonly columns: number
}

/** A workflow command that adds an annotation. */
export type CommandName = 'error' | 'notice' | 'warning'

/** Creates the writer of a stream. */
export function createWriter(stream: NodeJS.WritableStream): Writer {
  const styles = isStyled(stream)
  const isTerminal = 'isTTY' in stream && stream.isTTY === true
  const columns = 'columns' in stream ? Number(stream.columns) : 0
  return {
    text(text) {
      if (text !== '') stream.write(sanitizeOutput(maskSecrets(text), styles))
    },
    json: (value) => void stream.write(`${toPrintableJson(value)}\n`),
    command(name, properties, message) {
      const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(clean(value))}`)
      stream.write(`::${name} ${list.join(',')}::${escapeData(clean(message))}\n`)
    },
    status(text) {
      if (isTerminal) stream.write(`${ERASE_LINE}${clean(text).slice(0, Math.max(columns - 1, 0))}`)
    },
    paint: createPaint(stream),
    isStyled: styles,
    columns,
  }
}

/** Moves the cursor to the start of the line and erases the line. */
const ERASE_LINE = '\r\u001B[2K'

/** Writes JSON in which commands are written as escape sequences, so that parsed values stay the same. Only secrets are changed. */
function toPrintableJson(value: unknown): string {
  return JSON.stringify(value, maskString, 2)
    .replaceAll(/(?!\n)[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, escapeCharacter)
    .replaceAll('##', String.raw`#\u0023`)
}

function maskString(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? maskSecrets(value) : value
}

function escapeCharacter(character: string): string {
  return Array.from({ length: character.length }, (_, index) => escapeUnit(character.charCodeAt(index))).join('')
}

function escapeUnit(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`
}

function clean(text: string): string {
  return sanitizeOutput(printable(maskSecrets(text)))
}

/** Escapes the message of a workflow command. The runner decodes it. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** Escapes a property of a workflow command. The runner decodes it. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
