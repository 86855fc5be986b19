import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as binding from '../src/binding/index.js'
import * as main from '../src/index.js'
import * as flatAdapter from '../src/plugin-adapter/flat.js'
import * as adapter from '../src/plugin-adapter/index.js'
import * as token from '../src/token/index.js'

interface PackageJson {
  readonly exports: Readonly<Record<string, unknown>>
}

describe('the public names', () => {
  it('of @haiilo-kit/core', () => {
    expect(Object.keys(main).toSorted()).toMatchInlineSnapshot(`
      [
        "CONNECTING",
        "HaiiloError",
        "TokenRejectedError",
        "createHaiiloHost",
        "describeError",
        "haiiloErrorCodes",
        "haiiloFetch",
        "haiiloTrust",
        "isHaiiloError",
        "memoryTransport",
        "observeHeight",
        "onSave",
        "windowTransport",
      ]
    `)
  })

  it('of @haiilo-kit/core/binding', () => {
    expect(Object.keys(binding).toSorted()).toMatchInlineSnapshot(`
      [
        "anotherToken",
        "createOwnHost",
        "hostNotReady",
        "hostState",
        "isBackend",
        "isHost",
        "isShallowEqual",
        "parseUrl",
        "providerMissing",
        "reportOtherHost",
        "sandboxUrl",
      ]
    `)
  })

  it('of @haiilo-kit/core/token', () => {
    expect(Object.keys(token).toSorted()).toMatchInlineSnapshot(`
      [
        "HaiiloError",
        "TokenRejectedError",
        "createTokenVerifier",
        "excerpt",
        "haiiloErrorCodes",
        "haiiloTrust",
        "isHaiiloError",
        "isLoopback",
        "printable",
        "readContext",
        "replayKey",
        "verifyToken",
      ]
    `)
  })

  it('of both versions of the adapter', () => {
    expect(Object.keys(adapter)).toEqual(['JwkStore', 'PluginAdapter'])
    expect(Object.keys(flatAdapter)).toEqual(Object.keys(adapter))
  })

  it('of the entry points themselves', () => {
    const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
    const { exports } = JSON.parse(text) as PackageJson // our own file
    expect(Object.keys(exports).toSorted()).toMatchInlineSnapshot(`
      [
        ".",
        "./binding",
        "./early",
        "./package.json",
        "./plugin-adapter",
        "./plugin-adapter-0.1",
        "./token",
      ]
    `)
  })

  it('are the same objects in both, so that errors of one are accepted by the other', () => {
    for (const name of Object.keys(token)) {
      if (name in main) expect(Reflect.get(token, name)).toBe(Reflect.get(main, name))
    }
  })
})
