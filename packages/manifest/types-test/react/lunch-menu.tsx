import { HaiiloHostBoundary, useHaiiloConfig, useHaiiloHost } from '@haiilo-kit/react'
import type { ReactElement } from 'react'
import { expectTypeOf } from 'vitest'
import { show, type LunchConfig } from '../lunch/lunch.js'

export function LunchMenu(): ReactElement {
  const config = useHaiiloConfig()
  expectTypeOf(config).toEqualTypeOf<LunchConfig>()
  expectTypeOf(config.canteen).toEqualTypeOf<'north' | 'south'>()
  expectTypeOf(useHaiiloHost((state) => state.config?.dishes)).toEqualTypeOf<number | undefined>()
  // @ts-expect-error the manifest has no such field
  expectTypeOf(config.kitchen)
  // @ts-expect-error not required and without default
  show(config.canteen, config.dishes, config.note.length)
  return (
    <HaiiloHostBoundary>
      <p>{show(config.canteen, config.dishes, config.note)}</p>
    </HaiiloHostBoundary>
  )
}
