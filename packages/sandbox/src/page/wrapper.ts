import { runWrapperPage } from '@haiilo-kit/simulator'
import { sandboxOrigins } from './sandbox-origins.js'

runWrapperPage({ tenants: Object.values(sandboxOrigins()?.tenants ?? {}) })
