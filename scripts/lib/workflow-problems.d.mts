export function workflowProblems(text: string): Promise<readonly { readonly line: number; readonly message: string }[]>
