import type { PageActions } from '../state/page-actions.js'
import type { PageStore } from '../state/page-state.js'
import type { Shortcut } from './shortcuts.js'

/** The shortcuts of the page. */
export function pageShortcuts({ get }: PageStore, actions: PageActions): readonly Shortcut[] {
  const { changeSetup, resizePanels } = actions
  return [
    { key: '?', label: 'Show this list', run: () => actions.openDialog('shortcuts') },
    { key: 'a', label: 'Add a widget', run: actions.startAdding },
    { key: 'e', label: 'Turn edit mode on or off', run: actions.toggleEditing },
    { key: 'r', label: 'Reload all widgets', run: actions.reloadAll },
    { key: 'u', label: 'Sign in the next user', run: actions.signInNextUser },
    { key: 'd', label: 'Switch between light and dark', run: actions.toggleTheme },
    { key: '1', label: 'Desktop', run: () => changeSetup({ device: 'desktop' }) },
    { key: '2', label: 'Tablet', run: () => changeSetup({ device: 'tablet' }) },
    { key: '3', label: 'Phone', run: () => changeSetup({ device: 'phone' }) },
    { key: 's', label: 'Open or close the controls', run: () => resizePanels({ sideOpen: !get().panels.sideOpen }) },
    {
      key: 'm',
      label: 'Open or close the messages',
      run: () => resizePanels({ timelineOpen: !get().panels.timelineOpen }),
    },
    { key: '/', label: 'Search the messages', run: actions.searchMessages },
    { key: 'p', label: 'Pause or resume the messages', run: actions.togglePause },
  ]
}
