import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { secretBox } from '../index.js'

const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64')
const unreadable = { code: 'ERR_SECRET_UNREADABLE' }

describe('secretBox', () => {
  it('opens what it has sealed, for the same purpose only', async () => {
    const box = secretBox(`a:${key(1)}`)
    const sealed = await box.seal('geheim ü😀', 'tenant-1')
    expect(sealed).not.toContain('geheim')
    expect(await box.open(sealed, 'tenant-1')).toBe('geheim ü😀')
    await expect(box.open(sealed, 'tenant-2')).rejects.toMatchObject(unreadable)
  })

  it('never seals two texts in the same way', async () => {
    const box = secretBox(`a:${key(1)}`)
    expect(await box.seal('text', 'p')).not.toBe(await box.seal('text', 'p'))
  })

  it('seals with the first key and opens with all, so that keys can be rotated', async () => {
    const old = await secretBox(`old:${key(1)}`).seal('text', 'p')
    const both = secretBox(`new:${key(2)}, old:${key(1)}`)
    expect(await both.open(old, 'p')).toBe('text')
    const sealed = await both.seal('text', 'p')
    expect(await secretBox(`new:${key(2)}`).open(sealed, 'p')).toBe('text')
    await expect(secretBox(`new:${key(2)}`).open(old, 'p')).rejects.toThrow(/the key "old".+ERR_SECRET_UNREADABLE/)
    await expect(secretBox(`old:${key(2)}`).open(old, 'p')).rejects.toThrow(/another key of the same id/)
  })

  it('opens a secret of the next key if that is at the end of the list, so that servers can change one after the other', async () => {
    const sealed = await secretBox(`new:${key(2)},old:${key(1)}`).seal('text', 'p')
    expect(await secretBox(`old:${key(1)},new:${key(2)}`).open(sealed, 'p')).toBe('text')
    await expect(secretBox(`old:${key(1)}`).open(sealed, 'p')).rejects.toThrow(/the key "new".+ERR_SECRET_UNREADABLE/)
  })

  it('refuses a text that was changed', async () => {
    const box = secretBox(`a:${key(1)},b:${key(2)}`)
    const sealed = await box.seal('text', 'p')
    const [version, id, iv = '', text = ''] = sealed.split('.')
    const other = (part: string): string => (part.startsWith('A') ? 'B' : 'A') + part.slice(1)
    const changed = [
      [version, 'b', iv, text],
      [version, id, other(iv), text],
      [version, id, iv, other(text)],
      ['v2', id, iv, text],
      [version, id, iv, text, ''],
      [version, id, '!', text],
      [''],
    ]
    for (const parts of changed) await expect(box.open(parts.join('.'), 'p')).rejects.toMatchObject(unreadable)
  })

  it.each([undefined, '', 'no-key-at-all', `a:${key(1)},`, `a:${key(1)},a:${key(2)}`, 'a:c2hvcnQ=', `a b:${key(1)}`])(
    'throws a TypeError for %j, without the text',
    (keys) => {
      expect(() => secretBox(keys)).toThrow(TypeError)
      if (keys) expect(() => secretBox(keys)).not.toThrow(keys)
    },
  )

  it('shows no key and no secret when it is printed', async () => {
    const box = secretBox(`a:${key(1)}`)
    const sealed = await box.seal('geheim', 'p')
    const printed = [inspect(box, { depth: 10, showHidden: true }), JSON.stringify(box), sealed].join(' ')
    for (const secret of [key(1), key(1).slice(0, 20), 'geheim', Buffer.from('geheim').toString('base64')])
      expect(printed).not.toContain(secret)
  })

  it('uses a new nonce of 96 bits each time', async () => {
    const box = secretBox(`a:${key(1)}`)
    const sealed = await Promise.all(Array.from({ length: 500 }, () => box.seal('text', 'p')))
    const nonces = sealed.map((text) => Buffer.from(text.split('.')[2] ?? '', 'base64url'))
    expect(new Set(nonces.map((nonce) => nonce.toString('hex'))).size).toBe(500)
    expect(new Set(nonces.map(({ length }) => length))).toEqual(new Set([12]))
  })

  it('accepts base64url without padding', async () => {
    const box = secretBox(`a:${Buffer.alloc(32, 255).toString('base64url')}`)
    expect(await box.open(await box.seal('text', 'p'), 'p')).toBe('text')
  })
})
