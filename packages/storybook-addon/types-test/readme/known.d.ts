// what the examples of the README take as known
declare function Lunch(props: { readonly dish?: string }): import('react').ReactElement

declare module '*/src/manifest' {
  export const manifest: {
    readonly context: readonly ['userName']
    readonly config: readonly [{ readonly key: 'canteen'; readonly type: 'text'; readonly default: 'north' }]
  }
}

declare module '*/preview' {
  const preview: import('@storybook/react-vite').Preview
  export default preview
}
