/** `error`: the host refuses the manifest, or something breaks. `warning`: very likely a mistake. `note`: worth knowing. */
export type Severity = 'error' | 'warning' | 'note'
