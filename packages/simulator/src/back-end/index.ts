export {
  createSimulatedTenant,
  type SentEvent,
  type SimulatedEvent,
  type SimulatedTenant,
  type SimulatedTenantOptions,
  type SendEventOptions,
} from './create-simulated-tenant.js'
export { describeTenantFault, tenantFaults, type TenantFault } from './tenant-faults.js'
export type { ReceivedNotification, TenantRequest } from './tenant-api.js'
