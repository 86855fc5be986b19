/** What not every browser lets a test do. */
export type Skill = 'compose' | 'paste' | 'wheel' | 'describe' | 'restore' | 'window'

/** What assistive technology learns of a control. */
export interface Spoken {
  readonly role?: string
  readonly name?: string
  readonly description?: string
}

/** A person at the browser: real input, not events that a script fires. */
export interface Person {
  readonly browser: 'chromium' | 'firefox' | 'webkit'
  /** What this browser cannot do, and why. */
  readonly lacks: Readonly<Partial<Record<Skill, string>>>
  /** Writes characters at the focus. */
  type(text: string): Promise<void>
  /** Presses one key, by the name that `KeyboardEvent.key` has for it. */
  press(key: string): Promise<void>
  /** Inserts from the clipboard at the focus. */
  paste(text: string): Promise<void>
  /** Writes by an input method. Without `commit`, the composition stays open. */
  compose(text: string, commit: boolean): Promise<void>
  /** Presses the Enter that ends a composition: browsers give it the key code 229. */
  pressComposingEnter(): Promise<void>
  click(x: number, y: number): Promise<void>
  wheel(x: number, y: number, deltaY: number): Promise<void>
  /** What assistive technology learns of an element: where it cannot be asked for, of the first one in the page with one of these roles. */
  listen(roles: readonly string[], element: Element): Promise<Spoken>
}
