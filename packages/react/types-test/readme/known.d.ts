// the declarations that the README examples use
declare const { Suspense, useState }: typeof import('react')
declare const host: import('@haiilo-kit/react').HaiiloHost
declare const canteen: string
declare const dishes: import('react').ReactNode
declare const expect: typeof import('vitest').expect
declare const manifest: { readonly canteen: string }
declare const fields: { readonly canteen: string }
declare function readConfig<Config>(fields: Config): (raw: import('@haiilo-kit/react').RawConfig) => Config
declare function setEditing(editing: boolean): void
declare function Lunch(): import('react').ReactElement
declare function Settings(): import('react').ReactElement
declare function Spinner(): import('react').ReactElement
declare function Problem(props: {
  readonly error: import('@haiilo-kit/react').HaiiloError
  readonly onRetry: () => void
}): import('react').ReactElement
declare function useQuery<Data>(query: {
  readonly queryKey: readonly string[]
  readonly queryFn: () => Promise<Data>
}): { readonly data: Data | undefined }
