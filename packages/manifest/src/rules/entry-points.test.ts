import { describe, expect, it } from 'vitest'
import { findingsOf } from '../../test/manifest-with.js'

const ID = '5f0c7a4e-0d1b-4c58-9a53-0d4a6f6f2c11'

describe('the ids of entry points', () => {
  it.each<[name: string, ids: unknown[], found: string[]]>([
    ['differ', [ID, ID.replace('1', '2')], []],
    ['are the same', [ID, ID], ['duplicate-id /entryPoints/1/id']],
    ['differ only in capital letters', [ID, ID.toUpperCase()], ['duplicate-id /entryPoints/1/id']],
    ['are the same three times', [ID, ID, ID], ['duplicate-id /entryPoints/1/id', 'duplicate-id /entryPoints/2/id']],
    ['are not texts', [1, 1], ['wrong-type /entryPoints/0/id', 'wrong-type /entryPoints/1/id']],
  ])('%s', (_, ids, found) => {
    expect(findingsOf({ entryPoints: ids.map((id) => ({ id })) })).toEqual(found)
  })
})
