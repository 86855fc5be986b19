const inputs: Record<string, HTMLInputElement> = {}

/** A native field with a type and a value. The same one each time: it is for one question only. */
export function nativeInput(type: string, value: string): HTMLInputElement {
  const input = (inputs[type] ??= Object.assign(document.createElement('input'), { type }))
  input.value = value
  return input
}
