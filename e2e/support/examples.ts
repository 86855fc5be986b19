/** The same plug-in in one framework, on a server of its own. */
export interface Example {
  /** Its name in the address of the home; its settings page is `<name>-settings`. */
  readonly name: string
  readonly url: string
  /** Set for those that run in one of the two Playwright projects only. */
  readonly tag: string[]
}

/** Tests of an example bear this tag where one browser's worth of them is enough: what differs between the two is core's, not the framework's. */
export const ONCE = '@once'

export const EXAMPLES: readonly Example[] = [
  { name: 'react', url: 'http://127.0.0.1:4102/', tag: [] },
  { name: 'vue', url: 'http://127.0.0.1:4106/', tag: [ONCE] },
  { name: 'angular', url: 'http://127.0.0.1:4107/', tag: [ONCE] },
  { name: 'vanilla', url: 'http://127.0.0.1:4108/', tag: [ONCE] },
]
