import './vue-feature-flags.js'
import { runBindingContract } from '@haiilo-kit/test-kit'
import { createVueDriver } from './vue-driver.js'

runBindingContract({ ...createVueDriver(), layout: true })
runBindingContract({ ...createVueDriver('set-up'), layout: true })
