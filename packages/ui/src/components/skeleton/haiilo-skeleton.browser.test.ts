import { describe, expect, it, onTestFinished } from 'vitest'
import { cdp } from 'vitest/browser'

import { draw, drawn, expectAccessible, within } from '../../../test/draw.js'
import './haiilo-skeleton.js'
import type { HaiiloSkeleton, SkeletonShape } from './haiilo-skeleton.js'

const bonesOf = (skeleton: HaiiloSkeleton): readonly HTMLElement[] => [
  ...(skeleton.shadowRoot?.querySelectorAll<HTMLElement>('.bone') ?? []),
]

describe('haiilo-skeleton', () => {
  it('draws the given number of lines, the last one shorter, each as high as a line of text', async () => {
    const skeleton = await draw<HaiiloSkeleton>('<haiilo-skeleton lines="3"></haiilo-skeleton>')
    const [first, , last] = bonesOf(skeleton)
    expect(bonesOf(skeleton)).toHaveLength(3)
    expect(last?.offsetWidth).toBeLessThan(first?.offsetWidth ?? 0)
    expect(skeleton.offsetHeight).toBe(60)
  })

  it('is hidden from screen readers', async () => {
    const skeleton = await draw<HaiiloSkeleton>('<haiilo-skeleton></haiilo-skeleton>')
    expect(within(skeleton, 'div').ariaHidden).toBe('true')
    await expectAccessible()
  })

  it.each<[unknown, number]>([
    [0, 1],
    [-5, 1],
    [2.9, 2],
    [1e9, 50],
    [Infinity, 50],
    [NaN, 1],
    [null, 1],
    ['4', 4],
    [{}, 1],
  ])('turns lines = %j into %i drawn lines', async (lines, drawnLines) => {
    const skeleton = await draw<HaiiloSkeleton>('<haiilo-skeleton></haiilo-skeleton>')
    skeleton.lines = lines as number
    await drawn(document)
    expect(bonesOf(skeleton)).toHaveLength(drawnLines)
  })

  it('draws one block or one circle regardless of lines', async () => {
    const skeleton = await draw<HaiiloSkeleton>('<haiilo-skeleton lines="5" shape="block"></haiilo-skeleton>')
    expect(bonesOf(skeleton).map((bone) => bone.offsetHeight)).toEqual([40])
    skeleton.shape = 'circle'
    await drawn(document)
    expect(bonesOf(skeleton).map((bone) => [bone.offsetWidth, bone.offsetHeight])).toEqual([[40, 40]])
    skeleton.shape = 'constructor' as SkeletonShape
    await drawn(document)
    expect(bonesOf(skeleton)).toHaveLength(5)
  })

  it('does not move with prefers-reduced-motion', async () => {
    const skeleton = await draw<HaiiloSkeleton>('<haiilo-skeleton></haiilo-skeleton>')
    const animation = (): string => getComputedStyle(within(skeleton, '.bone')).animationName
    expect(animation()).toBe('sheen')
    await prefer('prefers-reduced-motion', 'reduce')
    expect(animation()).toBe('none')
  })
})

/** Emulates a media preference of the person until the end of the test. */
async function prefer(name: string, value: string): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name, value }] })
  onTestFinished(async () => {
    await cdp().send('Emulation.setEmulatedMedia', { features: [] })
  })
}
