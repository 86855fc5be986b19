import { runBindingContract } from '@haiilo-kit/test-kit'
import { reactDriver } from './react-driver.js'

runBindingContract(reactDriver)
