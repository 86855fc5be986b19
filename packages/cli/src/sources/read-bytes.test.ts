import { expect, it } from 'vitest'
import { fileError } from './read-bytes.js'

it.each([
  ['EACCES', 'The file cannot be read: permission denied.'],
  ['EPERM', 'The file cannot be read: permission denied.'],
  ['EMFILE', 'The file cannot be read: EMFILE.'],
])('describes the error %s', (code, message) => {
  expect(fileError(Object.assign(new Error('…'), { code })).message).toBe(message)
})
