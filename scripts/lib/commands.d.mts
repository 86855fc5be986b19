/** Runs a command. Resolves if its exit code is 0, and rejects with its output otherwise. */
export function run(command: string, args: readonly string[], options?: { cwd?: string }): Promise<void>
