/**
 * A plug-in for esbuild. A module that is imported on demand is a file of its own in the build of an application, and pages load it only if they
 * need it. So it stays out of the bundle.
 *
 * @type {import('esbuild').Plugin}
 */
export const onDemand = {
  name: 'on-demand',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^/ }, ({ kind, path }) => (kind === 'dynamic-import' ? { path, external: true } : undefined)),
}
