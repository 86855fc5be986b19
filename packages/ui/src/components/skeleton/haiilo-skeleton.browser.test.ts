import { describe, expect, it, onTestFinished } from 'vitest'
import { cdp } from 'vitest/browser'

import { draw, drawn, expectAccessible, within } from '../../../test/draw.js'
import './haiilo-skeleton.js'
import type { HaiiloSkeleton, SkeletonShape } from './haiilo-skeleton.js'

const bonesOf = (skeleton: HaiiloSkeleton): readonly HTMLElement[] => [
  ...(skeleton.shadowRoot?.querySelectorAll<HTMLElement>('.bone') ?? []),
]

describe('haiilo-skeleton', () => {
  it('has as many lines as it is told, the last one shorter, each as high as a line of text', async () => {
    const skeleton = await draw<HaiiloSkeleton>('<haiilo-skeleton lines="3"></haiilo-skeleton>')
    const [first, , last] = bonesOf(skeleton)
    expect(bonesOf(skeleton)).toHaveLength(3)
    expect(last?.offsetWidth).toBeLessThan(first?.offsetWidth ?? 0)
    expect(skeleton.offsetHeight).toBe(60)
  })

  it('is nothing to screen readers', async () => {
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
  ])('draws for %j lines %i', async (lines, drawnLines) => {
    const skeleton = await draw<HaiiloSkeleton>('<haiilo-skeleton></haiilo-skeleton>')
    skeleton.lines = lines as number
    await drawn(document)
    expect(bonesOf(skeleton)).toHaveLength(drawnLines)
  })

  it('is one block or one circle, however many lines it is told', async () => {
    const skeleton = await draw<HaiiloSkeleton>('<haiilo-skeleton lines="5" shape="block"></haiilo-skeleton>')
    expect(bonesOf(skeleton).map((bone) => bone.offsetHeight)).toEqual([40])
    skeleton.shape = 'circle'
    await drawn(document)
    expect(bonesOf(skeleton).map((bone) => [bone.offsetWidth, bone.offsetHeight])).toEqual([[40, 40]])
    skeleton.shape = 'constructor' as SkeletonShape
    await drawn(document)
    expect(bonesOf(skeleton)).toHaveLength(5)
  })

  it('rests where motion is reduced', async () => {
    const skeleton = await draw<HaiiloSkeleton>('<haiilo-skeleton></haiilo-skeleton>')
    const animation = (): string => getComputedStyle(within(skeleton, '.bone')).animationName
    expect(animation()).toBe('sheen')
    await prefer('prefers-reduced-motion', 'reduce')
    expect(animation()).toBe('none')
  })
})

/** Until the test is over, the person has set a preference. */
async function prefer(name: string, value: string): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name, value }] })
  onTestFinished(async () => {
    await cdp().send('Emulation.setEmulatedMedia', { features: [] })
  })
}
