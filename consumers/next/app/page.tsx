import { Lunch } from './lunch'

export const dynamic = 'force-dynamic'

export default function Page() {
  return <Lunch />
}
