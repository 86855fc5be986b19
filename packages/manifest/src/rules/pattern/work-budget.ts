/** A number of steps of work. Independent of the speed of the machine, so results are the same everywhere. */
export interface WorkBudget {
  /** @throws {WorkBudgetError} The budget is used up. */
  readonly spend: (steps: number) => void
}

/** The work budget is used up. Internal: the owner of the budget catches it. */
export class WorkBudgetError extends Error {
  override readonly name: string = 'WorkBudgetError'
}

/** Creates a budget of this many steps. */
export function createWorkBudget(steps: number): WorkBudget {
  let left = steps
  return {
    spend(count) {
      left -= count
      if (left < 0) throw new WorkBudgetError('The work budget is used up.')
    },
  }
}
