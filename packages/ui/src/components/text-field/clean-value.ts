import { nativeInput } from './native-input.js'

/** Sanitises a value like a native field of that type. */
export function cleanValue(value: string, type: string): string {
  if (type === 'textarea') return value.replace(/\r\n?/g, '\n')
  // other types are sanitised as text: a file input, for instance, would throw
  return nativeInput(/^(number|email|url)$/.test(type) ? type : 'text', value).value
}
