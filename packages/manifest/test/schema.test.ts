import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { MANIFEST_VERSIONS } from '../src/index.js'

interface Shape {
  readonly properties: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly enum?: readonly string[]
  readonly $comment?: string
}

const schema = JSON.parse(readFileSync(new URL('../schema.json', import.meta.url), 'utf8')) as Shape & {
  readonly $defs: Readonly<Record<'entryPoint' | 'configField', Shape>>
}
const { lifecycle, apiAccess } = schema.properties
const { options } = schema.$defs.configField.properties

/** The members of the interfaces in manifest.ts. */
const interfaces = readInterfaces(fileURLToPath(new URL('../src/manifest.ts', import.meta.url)))

function readInterfaces(path: string): ReadonlyMap<string, readonly { name: string; isRequired: boolean }[]> {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const found = source.statements.filter(ts.isInterfaceDeclaration).map(({ name, members }) => {
    const properties = members.filter(ts.isPropertySignature)
    const listed = properties.map((member) => ({ name: member.name.getText(), isRequired: !member.questionToken }))
    return [name.text, listed] as const
  })
  return new Map(found)
}

describe('schema.json', () => {
  it.each<[name: string, shape: Shape | undefined]>([
    ['Manifest', schema],
    ['Lifecycle', lifecycle],
    ['ApiAccess', apiAccess],
    ['EntryPoint', schema.$defs.entryPoint],
    ['ConfigField', schema.$defs.configField],
    ['ConfigOption', options?.items],
  ])('has the members of the type %s, with the same ones required', (name, shape) => {
    const members = interfaces.get(name) ?? []
    expect(members.length).toBeGreaterThan(0)
    expect(members.map((member) => member.name).toSorted()).toEqual(Object.keys(shape?.properties ?? {}).toSorted())
    const required = members.filter(({ isRequired }) => isRequired).map((member) => member.name)
    expect(required.toSorted()).toEqual([...(shape?.required ?? [])].toSorted())
  })

  it('has the versions of MANIFEST_VERSIONS', () => {
    expect(schema.properties['manifestVersion']?.enum).toEqual(MANIFEST_VERSIONS)
  })

  it('states the confidence in every comment', () => {
    const comments = [...JSON.stringify(schema).matchAll(/"\$comment":"(?<comment>[^"]*)/g)].map(
      ({ groups }) => groups?.['comment'] ?? '',
    )
    expect(comments.length).toBeGreaterThan(40)
    for (const comment of comments) expect(comment).toMatch(/DOCUMENTED|TUTORIAL|WILD|INFERRED/)
  })
})
