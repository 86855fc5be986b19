/** Checks the types of a project: the path of a `tsconfig.json`, or of its folder. Rejects with the errors. */
export function checkTypes(project: string): Promise<void>
