/** Switches for a browser that runs as root, without a graphics card and without background requests. */
export const CHROMIUM_FLAGS: string[]

/** The path of a Chromium. Installs one as root on Debian. Throws with instructions if there is none. */
export function chromiumPath(): string

/** The path of the headless shell, which opens pages faster. The path of the Chromium if there is none, or if CHROMIUM_PATH names another browser. */
export function headlessShellPath(): string

/** The path of an installed Chromium, or undefined. Throws if CHROMIUM_PATH names a file that does not exist. */
export function findChromium(): string | undefined
