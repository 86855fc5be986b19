import { runEnvironmentContract } from '../../test/environment-contract.js'

runEnvironmentContract({ issuer: location.origin })
