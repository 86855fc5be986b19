import { nativeInput } from './native-input.js'

/** A value as a native field of that type keeps it. */
export function cleanValue(value: string, type: string): string {
  if (type === 'textarea') return value.replace(/\r\n?/g, '\n')
  // another type may be a field for files, which refuses values
  return nativeInput(/^(number|email|url)$/.test(type) ? type : 'text', value).value
}
