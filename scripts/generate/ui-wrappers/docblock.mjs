/** Returns a docblock with a text. */
export function docblock(text) {
  const lines = text.split('\n')
  return lines.length > 1 ? `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */` : `/** ${text} */`
}
