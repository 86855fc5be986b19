/** The path of all components as one module, on the server of the tests. */
export const COMPONENTS = '/__ui-components.js'
