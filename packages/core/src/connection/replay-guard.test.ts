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

  it('refuses everything new while it is full of live messages, and forgets none of them', () => {
    const guard = createReplayGuard(() => 0, 2)
    guard.admit('one', 10)
    guard.admit('two', 10)
    expect(guard.admit('three', 10)).toBe('full')
    expect(guard.admit('one', 10)).toBe('seen')
    expect(guard.admit('two', 10)).toBe('seen')
  })

  it('makes room as soon as messages have expired, and not before', () => {
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

  it('holds a bounded number by default, and refuses beyond it', () => {
    const guard = createReplayGuard(() => 0)
    let admitted = 0
    while (admitted < 100_000 && guard.admit(String(admitted), 10) === 'new') admitted += 1
    expect(admitted).toBeGreaterThanOrEqual(100)
    expect(admitted).toBeLessThan(100_000)
  })
})
