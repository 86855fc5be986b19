import { backend } from '../../back-end'
import { eventRoute } from '../../recipe'

export const { POST } = eventRoute(backend)
