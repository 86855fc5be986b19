import { runWorksHere } from '../../test/environment-contract.js'

runWorksHere({ issuer: location.origin })
