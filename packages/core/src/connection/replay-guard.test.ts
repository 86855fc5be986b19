import { describe, expect, it } from 'vitest'
import { createReplayGuard } from './replay-guard.js'

describe('createReplayGuard', () => {
  it('admits each message once', () => {
    const guard = createReplayGuard(() => 0)
    expect(guard.admit('one', 10)).toBe('new')
    expect(guard.admit('one', 10)).toBe('seen')
    expect(guard.admit('two', 10)).toBe('new')
    expect(guard.admit('one', 99)).toBe('seen')
  })

  it('refuses new messages while it is full of unexpired ones, and forgets none of them', () => {
    const guard = createReplayGuard(() => 0, 2)
    guard.admit('one', 10)
    guard.admit('two', 10)
    expect(guard.admit('three', 10)).toBe('full')
    expect(guard.admit('one', 10)).toBe('seen')
    expect(guard.admit('two', 10)).toBe('seen')
  })

  it('admits new messages as soon as older ones have expired', () => {
    let now = 0
    const guard = createReplayGuard(() => now, 2)
    guard.admit('one', 10)
    guard.admit('two', 20)
    now = 10
    expect(guard.admit('three', 30)).toBe('full')
    now = 11
    expect(guard.admit('three', 30)).toBe('new')
    expect(guard.admit('two', 20)).toBe('seen')
    expect(guard.admit('four', 30)).toBe('full')
  })

  it('remembers 1000 messages by default', () => {
    const guard = createReplayGuard(() => 0)
    for (let index = 0; index < 1000; index += 1) expect(guard.admit(`message ${index}`, 10)).toBe('new')
    expect(guard.admit('message 0', 10)).toBe('seen')
    expect(guard.admit('one more', 10)).toBe('full')
  })
})
