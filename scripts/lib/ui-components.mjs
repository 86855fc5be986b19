// The components of the UI kit, in the order in which their sizes are measured: first the one that most plug-ins have, last those that hold
// others. What several share counts where it is met first. Guards against a component that nobody measures: check-packages.mjs compares the list with the exports of the package.
export const uiComponents = [
  'button',
  'alert',
  'text-field',
  'checkbox',
  'switch',
  'radio-group',
  'select',
  'dialog',
  'tabs',
  'card',
  'empty-state',
  'user',
  'spinner',
  'skeleton',
  'host-status',
  'config-form',
].map((name) => ({
  name,
  tag: `haiilo-${name}`,
  className: `Haiilo${name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())}`,
  file: `dist/components/${name}/haiilo-${name}.js`,
}))
