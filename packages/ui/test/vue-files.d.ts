// for tools that cannot read .vue files. vue-tsc reads them itself, with exact types
declare module '*.vue' {
  import type { Component } from 'vue'

  const component: Component
  export default component
}
