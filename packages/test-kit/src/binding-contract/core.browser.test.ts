import { coreDriver } from './core-driver.js'
import { runBindingContract } from './run-binding-contract.js'

runBindingContract({ ...coreDriver, layout: true })
