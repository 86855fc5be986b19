/** The example plug-in in one framework, on its own server. */
export interface Example {
  /** Its name in the URL of the home. The name of its settings page is `<name>-settings`. */
  readonly name: string
  readonly url: string
  /** Contains {@link ONCE} if the tests of the example run in only one of the two Playwright projects. */
  readonly tag: string[]
}

/** The tag of tests that run in only one of the two Playwright projects. The projects test differences in core, not in a framework. */
export const ONCE = '@once'

export const EXAMPLES: readonly Example[] = [
  { name: 'react', url: 'http://127.0.0.1:4102/', tag: [] },
  { name: 'vue', url: 'http://127.0.0.1:4106/', tag: [ONCE] },
  { name: 'angular', url: 'http://127.0.0.1:4107/', tag: [ONCE] },
  { name: 'vanilla', url: 'http://127.0.0.1:4108/', tag: [ONCE] },
]
