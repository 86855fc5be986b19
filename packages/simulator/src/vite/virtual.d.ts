/** Provided by the Vite plug-in `haiiloSimulator()`. */
declare module 'virtual:haiilo-simulator' {
  /**
   * The URL to which a simulated host publishes its public key, for `createSimulatedHost({ keyServer })`. It contains the token of the
   * current run. `undefined` if the page's server does not use the plug-in, as in a deployed build.
   */
  export const keyServer: string | undefined
}
