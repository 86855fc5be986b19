/** A text as the comment that documents what follows it. */
export function docblock(text) {
  const lines = text.split('\n')
  return lines.length > 1 ? `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */` : `/** ${text} */`
}
