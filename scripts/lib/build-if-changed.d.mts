export function buildIfChanged(options: {
  readonly name: string
  readonly sources: readonly string[]
  readonly output: string
  readonly build: () => Promise<unknown>
  readonly always?: boolean | undefined
  readonly repository?: string
}): Promise<boolean>
