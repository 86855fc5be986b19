import { expect, it } from 'vitest'
import { fileError } from './read-file.js'

it.each([
  ['EACCES', 'The file may not be read: permission denied.'],
  ['EPERM', 'The file may not be read: permission denied.'],
  ['EMFILE', 'The file cannot be read: EMFILE.'],
])('tells of %s in words', (code, message) => {
  expect(fileError(Object.assign(new Error('…'), { code })).message).toBe(message)
})
