import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// the first signature of a test file makes a key pair, which takes a busy machine a while
configure({ asyncUtilTimeout: 20_000 })
afterEach(cleanup)
