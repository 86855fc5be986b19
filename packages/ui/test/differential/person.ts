/** Actions that tests cannot perform in every browser. */
export type Skill = 'compose' | 'paste' | 'wheel' | 'describe' | 'restore' | 'window'

/** The properties of a control that assistive technology reads. */
export interface AccessibleProperties {
  readonly role?: string
  readonly name?: string
  readonly description?: string
}

/** A simulated person: real input, not events that a script dispatches. */
export interface Person {
  readonly browser: 'chromium' | 'firefox' | 'webkit'
  /** The skills that this browser or its driver does not support, and why. */
  readonly unsupported: Readonly<Partial<Record<Skill, string>>>
  /** Types characters into the focused element. */
  type(text: string): Promise<void>
  /** Presses keys one after the other, by their `KeyboardEvent.key`. */
  press(...keys: string[]): Promise<void>
  /** Pastes a text from the clipboard into the focused element. */
  paste(text: string): Promise<void>
  /** Types with an input method. Without `commit`, the composition stays open. */
  compose(text: string, commit: boolean): Promise<void>
  /** Presses Enter to end a composition: browsers use the key code 229 for it. */
  pressComposingEnter(): Promise<void>
  click(x: number, y: number): Promise<void>
  wheel(x: number, y: number, deltaY: number): Promise<void>
  /**
   * Returns what assistive technology reads for an element. A driver that cannot identify the element reads the first one in the page with one
   * of the roles.
   */
  readAccessibility(roles: readonly string[], element: Element): Promise<AccessibleProperties>
}
