// Installs packages of Debian as root, without asking anyone. Guards against a run that dies deep inside a test runner with "executable
// doesn't exist" on a machine that merely lacks a browser.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** Whether this is a Debian on which packages can be installed without a password. */
export function isDebianRoot() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false
  return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

/** Installs packages; throws with the remedy where that fails. */
export function installOnDebian(packages, remedy) {
  process.stderr.write(`Installing ${packages.join(', ')} of Debian …\n`)
  aptGet(['update'], remedy)
  aptGet(['install', '-y', '--no-install-recommends', ...packages], remedy)
}

function aptGet(args, remedy) {
  // two runs at once would meet dpkg's lock, so wait for it
  const { status, stdout, stderr, error } = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status === 0) return
  throw new Error(`apt-get ${args.join(' ')} failed.\n${error?.message ?? stdout + stderr}\n${remedy}`)
}
