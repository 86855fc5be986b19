import type { Preview } from '@storybook/html-vite'
import { configure } from 'storybook/test'

import { ThemedDocsContainer } from './docs-container.js'
import './preview.css'

// the first story creates the host's key, which takes seconds on a busy machine
configure({ asyncUtilTimeout: 10_000 })

const preview: Preview = {
  parameters: {
    layout: 'fullscreen',
    // stories are tests: they fail if axe finds a problem
    a11y: { test: 'error' },
    actions: { disable: true },
    docs: { container: ThemedDocsContainer },
    // Storybook reads this list without running the file
    options: {
      storySort: {
        order: [
          'Sandbox',
          'Welcome',
          'Guides',
          [
            'Start with React',
            'Start with Vue',
            'Start with Angular',
            'Start with plain TypeScript',
            'Concepts',
            'Configuration view',
            'Height',
            'Testing',
            'Sandbox',
            'Deployment',
            'Troubleshooting',
            'Error codes',
            'Migration',
            'Compatibility',
            'Supported browsers',
            'Limits of the simulation',
            'Back end',
            'Security',
            'Accessibility',
            'Glossary',
          ],
          'Components',
          ['*', ['Docs']],
          'States',
        ],
      },
    },
  },
}

export default preview
