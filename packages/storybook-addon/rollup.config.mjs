import { library } from '../../scripts/lib/rollup-library.mjs'

export default library(import.meta.url, {
  index: 'src/index.ts',
  angular: 'src/angular.ts',
  manager: 'src/manager.ts',
  preset: 'src/preset.ts',
  preview: 'src/preview.ts',
  react: 'src/react.ts',
  vue: 'src/vue.ts',
})
