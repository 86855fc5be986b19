/** One line of the table; see bench/lib/table.mjs. */
export interface Row {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly spread?: readonly [number, number]
  readonly limit?: { readonly least: number } | { readonly most: number }
  readonly note?: string
}

/** A PostgreSQL server that the benchmark may restart. */
export interface Postgres {
  readonly url: string
  readonly restart: () => Promise<void>
}

/** @param share From 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
