import { expect, it } from 'vitest'
import { installCommand } from './install-command.js'

it.each([
  ['npm/11.6.0 node/v24.0.0 linux x64', 'npm install --save-dev a'],
  ['pnpm/10.1.0 npm/? node/v24.0.0 linux x64', 'pnpm add --save-dev a'],
  ['yarn/4.9.0 npm/? node/v24.0.0 linux x64', 'yarn add --dev a'],
  ['bun/1.3.0 npm/? node/v24.0.0 linux x64', 'bun add --dev a'],
  ['', 'npm install --save-dev a'],
])('names the command of the package manager that runs: %j', (userAgent, command) => {
  expect(installCommand('a', userAgent)).toBe(command)
})
