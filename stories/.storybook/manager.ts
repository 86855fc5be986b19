import React from 'react'
import { Button } from 'storybook/internal/components'
import { addons, types } from 'storybook/manager-api'

import { currentTheme, subscribeToTheme } from './theme.js'

addons.setConfig({
  theme: currentTheme(),
  layout: { navSize: 210, bottomPanelHeight: 250 },
  layoutCustomisations: {
    // the sandbox has panels of its own, and needs the height
    showPanel: ({ storyId }, isShown) => isShown && !storyId.startsWith('sandbox--'),
  },
})
subscribeToTheme(() => {
  addons.setConfig({ theme: currentTheme() })
})

// the development server has no documentation
if ((globalThis as { CONFIG_TYPE?: string }).CONFIG_TYPE !== 'DEVELOPMENT') {
  addons.register('documentation', () => {
    addons.add('documentation/search', {
      type: types.TOOLEXTRA,
      title: 'Documentation',
      match: () => true,
      render: () => React.createElement(Button, { asChild: true, variant: 'ghost' }, documentationLink()),
    })
  })
}

/** The search over guides, components, API reference and the pages of codes and rules. */
function documentationLink(): React.ReactElement {
  // `npm start` serves Storybook above the documentation; in the documentation it is one of the folders
  const folder = /\/storybook\/(index\.html)?$/.test(location.pathname) ? '../' : 'docs/'
  return React.createElement('a', { href: `${folder}search.html` }, 'Search the documentation')
}
