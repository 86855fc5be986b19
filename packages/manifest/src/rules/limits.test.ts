import { describe, expect, it } from 'vitest'
import { findingsOfField } from '../../test/manifest-with.js'

const options = [{ value: 'main', label: { en: 'Main' } }]

describe('limits', () => {
  it.each<[members: Record<string, unknown>, found: string[]]>([
    [{ minLength: 1, maxLength: 5, pattern: '^a$' }, []],
    [{ type: 'number', min: 1, max: 5 }, []],
    [{ type: 'textarea', maxLength: 5 }, []],
    [{ type: 'number', minLength: 1 }, ['misplaced-limit /minLength']],
    [{ type: 'number', pattern: '^1$' }, ['misplaced-limit /pattern']],
    [{ max: 5 }, ['misplaced-limit /max']],
    [{ type: 'select', options, maxLength: 5, min: 1 }, ['misplaced-limit /maxLength', 'misplaced-limit /min']],
    [{ type: 'checkbox', minLength: 1 }, ['misplaced-limit /minLength']],
    [{ type: 'chips', minLength: 1, max: 5 }, []],
    [{ minLength: 5, maxLength: 5 }, []],
    [{ minLength: 6, maxLength: 5 }, ['impossible-limit /minLength']],
    [{ type: 'number', min: 0.2, max: 0.1 }, ['impossible-limit /min']],
    [{ minLength: '6', maxLength: 5 }, ['wrong-type /minLength']],
  ])('%j', (members, found) => {
    const all = findingsOfField(members)
    expect(all.filter((finding) => !finding.startsWith('unconfirmed'))).toEqual(found)
  })
})
