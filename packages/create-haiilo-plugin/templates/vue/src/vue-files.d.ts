// for tools that do not read .vue files; vue-tsc does, and has more precise types
declare module '*.vue' {
  import type { Component } from 'vue'

  const component: Component
  export default component
}
