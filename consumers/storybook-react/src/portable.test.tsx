import * as haiiloHost from '@haiilo-kit/storybook-addon/preview'
import * as haiiloReact from '@haiilo-kit/storybook-addon/react'
import { composeStories, setProjectAnnotations } from '@storybook/react-vite'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test } from 'vitest'
import preview from '../.storybook/preview.js'
import * as stories from './lunch.stories.js'

setProjectAnnotations([haiiloHost, haiiloReact, preview])
const { Ready, Expired } = composeStories(stories)

test.each([Ready, Expired])('runs the story $storyName', (Story) => Story.run())

test('renders a story without its loaders', async () => {
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  root.render(
    <StrictMode>
      <Ready dish="Salad" />
    </StrictMode>,
  )
  await expect.poll(() => element.textContent).toBe('Enjoy, GraceSalad, {"canteen":"north"}')
  root.unmount()
})
