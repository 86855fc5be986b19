/** Switches for a browser that runs as root, without a graphics card, and calls nobody by itself. */
export const CHROMIUM_FLAGS: string[]

/** The path of a Chromium; installs one as root on Debian, and throws with the remedy where there is none. */
export function chromiumPath(): string

/** The path of a Chromium that is there already, or undefined. A CHROMIUM_PATH that leads nowhere throws: it was meant. */
export function findChromium(): string | undefined
