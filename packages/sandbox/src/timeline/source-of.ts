/** A value of JSON as TypeScript, laid out as Prettier does for short lines. */
export function sourceOf(value: unknown, indent = ''): string {
  const inner = `${indent}  `
  if (typeof value === 'string') return textSource(value)
  if (Array.isArray(value))
    return value.length ? `[\n${value.map((each) => `${inner}${sourceOf(each, inner)},\n`).join('')}${indent}]` : '[]'
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined'
  const names = Object.entries(value).filter(([, part]) => part !== undefined)
  if (!names.length) return '{}'
  return `{\n${names.map(([name, part]) => `${inner}${nameSource(name)}: ${sourceOf(part, inner)},\n`).join('')}${indent}}`
}

function nameSource(name: string): string {
  return /^[a-z_$][\w$]*$/i.test(name) ? name : textSource(name)
}

function textSource(text: string): string {
  const json = JSON.stringify(text)
  return text.includes("'") || text.includes('"') ? json : `'${json.slice(1, -1)}'`
}
