// the declarations that the README examples use
declare module '*.vue' {
  const component: import('vue').Component
  export default component
}
declare const expect: typeof import('vitest').expect
declare const fields: { readonly canteen: string }
declare function readConfig<Config>(fields: Config): (raw: import('@haiilo-kit/vue').RawConfig) => Config
declare const Settings: import('vue').Component
