/** What the Vite plug-in `haiiloSimulator()` tells the page that it serves. */
declare module 'virtual:haiilo-simulator' {
  /**
   * Where a simulated host hands over its public key, for `createSimulatedHost({ keyServer })`; token of this run included.
   * `undefined` where no server with the plug-in serves the page, as in a build that was published.
   */
  export const keyServer: string | undefined
}
