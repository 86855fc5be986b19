import { compareDeclaration, parseManifest } from '@haiilo-kit/manifest'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ALL_CHOICES } from '../test/all-choices.js'
import { emptyFolder } from '../test/run-program.js'
import { projectFiles } from './project-files.js'
import { frameworks, type Framework, type Project } from './project.js'

const LUNCH = { name: 'lunch-menu', framework: 'react', configView: true, tests: true, backEnd: false } as const

interface Manifest {
  readonly name: string
  readonly scripts: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

async function filesFor(project: Partial<Project>): Promise<Map<string, string>> {
  const files = await projectFiles({ ...LUNCH, ...project })
  return new Map([...files].map(([path, content]) => [path, String(content)]))
}

function manifestOf(files: ReadonlyMap<string, string>): Manifest {
  return JSON.parse(files.get('package.json') ?? '') as Manifest
}

describe('the files of a project', () => {
  it.each(ALL_CHOICES)('$framework, settings page: $configView, tests: $tests, back end: $backEnd', async (choices) => {
    const paths = [...(await filesFor(choices)).keys()].toSorted()
    expect(paths).toMatchSnapshot()
  })

  it.each(ALL_CHOICES)(
    'start all scripts with installed programs: $framework $configView $tests $backEnd',
    async (choices) => {
      const files = await filesFor(choices)
      const { scripts, dependencies, devDependencies } = manifestOf(files)
      const installed = Object.keys({ ...dependencies, ...devDependencies })
      const programs: Record<string, string> = {
        ng: '@angular/cli',
        ngc: '@angular/compiler-cli',
        tsc: 'typescript',
        'haiilo-kit': '@haiilo-kit/cli',
        playwright: '@playwright/test',
      }
      const used = Object.values(scripts).flatMap((script) =>
        script.split('&&').map((part) => part.trim().split(' ')[0] ?? ''),
      )
      for (const program of used) {
        if (program !== 'node') expect(installed).toContain(programs[program] ?? program)
      }
      expect('test' in scripts).toBe(choices.tests)
    },
  )

  it('contain the name, a title and an id of their own', async () => {
    const [first, second] = [await filesFor({}), await filesFor({})]
    expect(manifestOf(first).name).toBe('lunch-menu')
    expect(first.get('index.html')).toContain('<title>Lunch menu</title>')
    expect([...first.values()].join('\n')).not.toMatch(/haiilo-plugin-template|Plug-in title|00000000-0000/)
    const idOf = (files: Map<string, string>): string | undefined =>
      /id: '([\da-f-]{36})'/.exec(files.get('src/manifest.ts') ?? '')?.[1]
    expect(idOf(first)).toMatch(/^[\da-f-]{36}$/)
    expect(idOf(first)).not.toBe(idOf(second))
  })

  it('contain a manifest without problems, and its current declaration, for Angular', async () => {
    for (const backEnd of [true, false]) {
      const files = await filesFor({ framework: 'angular', configView: false, backEnd })
      const { manifest, findings } = parseManifest(files.get('src/manifest.json') ?? '')
      expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([])
      expect(manifest && compareDeclaration(files.get('src/manifest.d.json.ts'), manifest)).toBe('current')
    }
  })

  it('contain a key of their own for the secrets of a back end, which Git ignores', async () => {
    const [first, second] = [await filesFor({ backEnd: true }), await filesFor({ backEnd: true })]
    const keyOf = (files: Map<string, string>): string => /:(.*)\n/.exec(files.get('.env') ?? '')?.[1] ?? ''
    expect(Buffer.from(keyOf(first), 'base64')).toHaveLength(32)
    expect(keyOf(first)).not.toMatch(/AAAAAAAA/)
    expect(keyOf(first)).not.toBe(keyOf(second))
    expect(first.get('.gitignore')?.split('\n')).toEqual(expect.arrayContaining(['node_modules/', '.env', '*.db']))
    expect(first.get('.env.example')).toContain('HAIILO_SECRET_KEYS=\n')
  })

  it('contain one manifest with the events of a back end', async () => {
    for (const configView of [true, false]) {
      const files = await filesFor({ configView, backEnd: true })
      expect(files.get('src/manifest.ts')).toContain('...lifecycle,')
      expect(files.get('src/manifest.ts')?.includes('configUrl')).toBe(configView)
      const json = (await filesFor({ framework: 'angular', configView, backEnd: true })).get('src/manifest.json')
      const { manifest, findings } = parseManifest(json ?? '')
      expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([])
      expect(manifest).toMatchObject({ lifecycle: { url: 'haiilo/' }, entryPoints: [{ url: 'index.html' }] })
    }
  })

  it('start a back end with the development server of each framework', async () => {
    for (const framework of Object.keys(frameworks) as Framework[]) {
      const { scripts } = manifestOf(await filesFor({ framework, backEnd: true }))
      const server = framework === 'angular' ? 'ng serve' : 'vite'
      expect(scripts['dev']).toBe(`haiilo-kit sandbox --back-end server/main.ts -- ${server}`)
    }
  })

  it('combine JSON files, README and .gitignore of all layers', async () => {
    const files = await filesFor({ framework: 'angular', backEnd: true })
    expect(JSON.parse(files.get('angular.json') ?? '')).toMatchObject({
      projects: {
        plugin: {
          architect: {
            build: { builder: '@angular/build:application' },
            serve: { builder: '@angular/build:dev-server', options: { proxyConfig: 'proxy.conf.json' } },
            test: { options: { runner: 'vitest' } },
          },
        },
      },
    })
    expect(files.get('README.md')).toMatch(/^# Lunch menu\n[^]*\n\n## Back end\n[^]*\n\n## Files\n/)
    const ignored = (files.get('.gitignore') ?? '').trim().split('\n')
    expect(ignored).toEqual(expect.arrayContaining(['node_modules/', 'test-results/', '.env', '.angular/']))
    expect(new Set(ignored).size).toBe(ignored.length)
  })

  it('need the kit in the version of this program', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string
    }
    const { dependencies, devDependencies } = manifestOf(await filesFor({}))
    expect(dependencies['@haiilo-kit/react']).toBe(`^${version}`)
    expect(devDependencies['@haiilo-kit/sandbox']).toBe(`^${version}`)
  })

  it('name the tarball that is missing', async () => {
    const folder = emptyFolder()
    await expect(projectFiles({ ...LUNCH, tarballs: folder })).rejects.toThrow(
      `There is no tarball of @haiilo-kit/core at ${folder}`,
    )
  })
})

describe('a layer with a back end', () => {
  const templates = fileURLToPath(new URL('../templates', import.meta.url))
  // JSON files, README.md and .gitignore are combined
  const copies = globSync('*.back-end/**/*.{ts,tsx,vue}', { cwd: templates })
    .map((path) => ({ path, original: path.replace('.back-end/', '/') }))
    .filter(({ original }) => existsSync(join(templates, original)))

  it.each(copies)('adds to the file that it replaces: $path', ({ path, original }) => {
    const lines = (name: string): string[] =>
      readFileSync(join(templates, name), 'utf8')
        .split('\n')
        .map((line) => line.trim())
    const copied = new Set(lines(path))
    const missing = lines(original).filter((line) => !copied.has(line))
    // such as a list of imports with one more name
    expect(missing.length).toBeLessThanOrEqual(2)
  })
})

describe('the versions in the templates', () => {
  const repository = fileURLToPath(new URL('../../..', import.meta.url))

  it('are those of this repository', () => {
    const known = new Map<string, Set<string>>()
    for (const [name, version] of versionsIn('{package.json,{packages,examples,consumers}/*/package.json}')) {
      known.set(name, (known.get(name) ?? new Set()).add(version))
    }
    const templates = versionsIn('packages/create-haiilo-plugin/templates/*/package.json')
    const different = templates.filter(
      ([name, version]) => !name.startsWith('@haiilo-kit/') && !known.get(name)?.has(version),
    )
    expect(templates.length).toBeGreaterThan(20)
    expect(different).toEqual([])
  })

  function versionsIn(pattern: string): [name: string, version: string][] {
    return globSync(pattern, { cwd: repository }).flatMap((file) => {
      const { dependencies, devDependencies } = JSON.parse(
        readFileSync(`${repository}/${file}`, 'utf8'),
      ) as Partial<Manifest>
      return Object.entries({ ...dependencies, ...devDependencies })
    })
  }
})
