/** The folder of the built site. Its Storybook is in the folder `storybook`. */
export const site: string

/** Builds the site, unless it is that of the current sources. Returns whether it has built. */
export function buildSite(options: {
  readonly log: (line: string) => void
  readonly always?: boolean
}): Promise<boolean>
