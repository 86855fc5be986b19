export { haiiloSimulator } from './haiilo-simulator.js'
