import { runWorksHere } from '../test/works-here.js'

runWorksHere({ issuer: location.origin })
