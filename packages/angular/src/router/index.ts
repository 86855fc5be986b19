export { haiiloHostReadyGuard } from './haiilo-host-ready-guard.js'
export type { HaiiloHostReadyGuardOptions } from './haiilo-host-ready-guard.js'
