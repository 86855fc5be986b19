import { maskSecrets } from '@haiilo-kit/manifest'

/**
 * JSON that may be printed: what a terminal or a CI runner would obey is written as an escape, so that the value stays the same. Only what
 * looks like a secret is masked.
 */
export function stringify(value: unknown): string {
  return JSON.stringify(value, maskText, 2)
    .replaceAll(/(?!\n)[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, escape)
    .replaceAll('##', String.raw`#\u0023`)
}

function maskText(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? maskSecrets(value) : value
}

function escape(character: string): string {
  return Array.from({ length: character.length }, (_, index) => unit(character.charCodeAt(index))).join('')
}

function unit(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`
}
