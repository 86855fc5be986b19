import { runBindingContract } from '@haiilo-kit/test-kit'
import { createVueDriver } from './vue-driver.js'

runBindingContract(createVueDriver())
runBindingContract(createVueDriver('set-up'))
