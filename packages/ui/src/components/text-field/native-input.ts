const inputs: Record<string, HTMLInputElement> = {}

/** A native input with a type and a value, for reading a property at once. Calls with the same type reuse one element. */
export function nativeInput(type: string, value: string): HTMLInputElement {
  const input = (inputs[type] ??= Object.assign(document.createElement('input'), { type }))
  input.value = value
  return input
}
