import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// the first signature in a test file generates a key pair, which takes several seconds on a busy machine
configure({ asyncUtilTimeout: 20_000 })
afterEach(cleanup)
