/** A counter for work that could be too much. */
export interface WorkLimit {
  /** @throws {WorkLimitError} More was spent than there is. */
  readonly spend: (steps: number) => void
}

/** The work would be too much. Internal: whoever sets a limit catches it. */
export class WorkLimitError extends Error {
  override readonly name: string = 'WorkLimitError'
}

/** Allows so many steps. */
export function createWorkLimit(steps: number): WorkLimit {
  let left = steps
  return {
    spend(count) {
      left -= count
      if (left < 0) throw new WorkLimitError('More work than is allowed.')
    },
  }
}
