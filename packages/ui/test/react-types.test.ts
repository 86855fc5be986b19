import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

test('types the components for React: what they take, what they tell, and what they refuse', () => {
  const folder = fileURLToPath(new URL('../types-test/react', import.meta.url))
  const { config } = ts.readConfigFile(`${folder}/tsconfig.json`, (path) => ts.sys.readFile(path)) as {
    config: unknown
  }
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, folder)
  const mistakes = ts
    .getPreEmitDiagnostics(ts.createProgram(fileNames, options))
    .map(({ file, start, messageText }) => {
      const place = file && start !== undefined ? ts.getLineAndCharacterOfPosition(file, start).line + 1 : 0
      return `${file?.fileName ?? folder}:${place} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
    })
  expect(mistakes).toEqual([])
}, 60_000)
