/** Returns the command that installs a package for development, with the package manager that runs this process. */
export function installCommand(name: string, userAgent: string = process.env['npm_config_user_agent'] ?? ''): string {
  const manager = userAgent.split('/')[0] ?? ''
  return `${COMMANDS[manager] ?? 'npm install --save-dev'} ${name}`
}

const COMMANDS: Readonly<Record<string, string>> = {
  pnpm: 'pnpm add --save-dev',
  yarn: 'yarn add --dev',
  bun: 'bun add --dev',
}
