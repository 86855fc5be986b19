/** Whether this is a Debian on which packages can be installed without a password. */
export function isDebianRoot(): boolean
