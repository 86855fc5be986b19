import { runBindingContract } from '@haiilo-kit/test-kit'
import { createAngularDriver } from './angular-driver.js'

runBindingContract({ ...createAngularDriver(''), layout: true })
