// The components of the UI kit, in the order in which their sizes are measured: common ones first, those that contain others last. Shared code
// counts for the first component that uses it. check/packages.mjs compares the list with the exports of the package.
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
