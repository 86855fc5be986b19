// The modules that know where the pages of codes, rules and checks are: in the public documentation once it has an address (docs/site.json),
// and inside the published packages until then.
const FOLDERS = {
  errors: { package: 'core', name: 'errorPage', about: 'an error code' },
  rules: { package: 'manifest', name: 'rulePage', about: 'a rule' },
  checks: { package: 'cli', name: 'checkPage', about: 'a check' },
  'server-errors': { package: 'server', name: 'serverErrorPage', about: 'an error code of a back end' },
}

/** The folders whose pages a package names. */
const USES = { core: ['errors'], manifest: ['rules'], cli: ['checks', 'rules'], server: ['server-errors'] }

/** The packages with such a module. */
export const packagesWithPages = Object.keys(USES)

/** The source of the module of a package. `address` is the public address of the documentation, or `null`. */
export function helpPageSource(name, address) {
  const functions = USES[name].map((folder) => functionOf(folder, address))
  return `// Generated from docs/site.json by scripts/generate/help-pages.mjs. Do not edit.
${functions.join('')}`
}

function functionOf(folder, address) {
  const page = FOLDERS[folder]
  const where = address === null ? 'a path inside the published package' : 'in the public documentation'
  const target =
    address === null
      ? `@haiilo-kit/${page.package}/docs/${folder}/\${name}.md`
      : `${siteUrl(address)}${folder}/\${name}.html`
  return `
/** The page about ${page.about}: ${where}. */
export function ${page.name}(name: string): string {
  return \`${target}\`
}
`
}

function siteUrl(address) {
  if (!URL.canParse(address) || new URL(address).protocol !== 'https:')
    throw new Error(`The address in docs/site.json must be an https URL, or null. It is ${JSON.stringify(address)}.`)
  return address.endsWith('/') ? address : `${address}/`
}
