// the declarations that the README examples use
declare module '*.vue' {
  const component: import('vue').Component
  export default component
}
declare const expect: typeof import('vitest').expect
declare const manifest: { readonly canteen: string }
declare const fields: { readonly canteen: string }
declare function readConfig<Config>(fields: Config): (raw: import('@haiilo-kit/vue').RawConfig) => Config
declare const host: import('@haiilo-kit/vue').HaiiloHost
declare const menus: Readonly<Record<string, readonly string[]>>
declare function useQuery<Data>(query: {
  readonly queryKey: readonly string[]
  readonly queryFn: () => Promise<Data>
}): { readonly data: import('vue').Ref<Data | undefined> }
declare const Lunch: import('vue').Component
declare const Settings: import('vue').Component
