export { isExponential } from './exponential.js'
