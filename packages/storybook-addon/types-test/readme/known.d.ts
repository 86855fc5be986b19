// what the examples of the README take as known
declare function Lunch(props: { readonly dish?: string }): import('react').ReactElement

declare module '*/src/manifest' {
  export const manifest: import('@haiilo-kit/manifest').Manifest
}

declare module '*/preview' {
  const preview: import('@storybook/react-vite').Preview
  export default preview
}
