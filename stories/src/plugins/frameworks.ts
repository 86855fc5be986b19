import type { PluginModule } from './plugin-module.js'

/** The framework of an example. `Plain` is TypeScript without a framework. */
export type Framework = 'React' | 'Vue' | 'Angular' | 'Plain'

export const frameworks: readonly Framework[] = ['React', 'Vue', 'Angular', 'Plain']

/** Loads the plug-in in one framework, without the other frameworks. */
export function loadPlugin(framework: Framework): Promise<PluginModule> {
  switch (framework) {
    case 'React':
      return import('./react.js')
    case 'Vue':
      return import('./vue.js')
    case 'Angular':
      return import('./angular.js')
    case 'Plain':
      return import('./plain.js')
  }
}
