import type { Preview } from '@storybook/html-vite'
import { configure } from 'storybook/test'

import './preview.css'

// the first story makes the host's key, which takes seconds on a busy machine
configure({ asyncUtilTimeout: 10_000 })

const preview: Preview = {
  parameters: {
    layout: 'fullscreen',
    // stories are tests: what axe finds fails them. Frames are judged by e2e/accessibility.spec.ts, which can put axe into them
    a11y: { test: 'error', config: { rules: [{ id: 'frame-tested', enabled: false }] } },
    actions: { disable: true },
    options: { storySort: { order: ['Sandbox', 'States', 'Welcome'] } },
  },
}

export default preview
