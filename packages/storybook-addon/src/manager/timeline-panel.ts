import { mountTimeline, type Timeline } from '@haiilo-kit/sandbox/timeline'
import { createElement, useEffect, useRef, type ReactElement } from 'react'
import { useTheme } from 'storybook/theming'

export interface TimelinePanelProps {
  readonly active: boolean
  readonly timeline: Timeline
}

/** The timeline of the sandbox in a panel of Storybook. */
export function TimelinePanel({ active, timeline }: TimelinePanelProps): ReactElement | null {
  const element = useRef<HTMLDivElement>(null)
  const { base } = useTheme()
  useEffect(() => {
    if (!active || !element.current) return undefined
    return mountTimeline(element.current, { timeline }).close
  }, [active, timeline])
  if (!active) return null
  return createElement('div', {
    ref: element,
    style: { blockSize: '100%', colorScheme: base === 'dark' ? 'dark' : 'light' },
  })
}
