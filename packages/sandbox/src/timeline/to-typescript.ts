/** A JSON value as a TypeScript expression with single quotes and trailing commas. */
export function toTypeScript(value: unknown, indent = ''): string {
  const inner = `${indent}  `
  if (typeof value === 'string') return stringLiteral(value)
  if (Array.isArray(value))
    return value.length
      ? `[\n${value.map((each) => `${inner}${toTypeScript(each, inner)},\n`).join('')}${indent}]`
      : '[]'
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined'
  const names = Object.entries(value).filter(([, part]) => part !== undefined)
  if (!names.length) return '{}'
  return `{\n${names.map(([name, part]) => `${inner}${propertyName(name)}: ${toTypeScript(part, inner)},\n`).join('')}${indent}}`
}

function propertyName(name: string): string {
  return /^[a-z_$][\w$]*$/i.test(name) ? name : stringLiteral(name)
}

function stringLiteral(text: string): string {
  const json = JSON.stringify(text)
  return text.includes("'") || text.includes('"') ? json : `'${json.slice(1, -1)}'`
}
