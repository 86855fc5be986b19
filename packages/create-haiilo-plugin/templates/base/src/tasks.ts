/** Returns the tasks of a text in which they are separated by commas. Repetitions are left out. */
export function tasksOf(text: string): string[] {
  const tasks = text.split(',').map((task) => task.trim())
  return [...new Set(tasks)].filter((task) => task !== '')
}
