import { backend } from '../../back-end'
import { meRoute } from '../../recipe'

export const { GET, OPTIONS } = meRoute(backend)
