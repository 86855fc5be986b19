import { describe, expect, it } from 'vitest'
import { createApp } from '../../test/vite-app/create-app.js'

describe('the output of a build contains no secret', () => {
  it.each([
    [
      'of a module with a syntax error next to it',
      'src/manifest.ts',
      'export const manifest = { password: "enigma" "a": 1 }',
    ],
    ['of a module that throws it', 'src/manifest.ts', 'throw new Error(`{ "password": "enigma" }`)'],
    ['of a JSON file with a syntax error next to it', 'manifest.json', '{ "password": "enigma" "a": 1 }'],
  ])('%s', async (_, name, content) => {
    const app = await createApp({ [name]: content })
    const failure = await app.build().then(
      () => undefined,
      (error: unknown) => error as Error,
    )
    expect(failure?.message).toContain(name)
    expect([String(failure), failure?.stack, ...app.log.map(({ text }) => text)].join('\n')).not.toContain('enigma')
  })
})
