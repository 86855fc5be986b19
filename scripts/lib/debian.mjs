// Installs Debian packages as root, without a question. Guards against the error "executable doesn't exist" deep inside a test runner.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** Whether this is a Debian on which packages can be installed without a password. */
export function isDebianRoot() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false
  return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

/** Installs packages. Throws with `remedy` if that fails. */
export function installOnDebian(packages, remedy) {
  process.stderr.write(`Installing ${packages.join(', ')} of Debian …\n`)
  aptGet(['update'], remedy)
  aptGet(['install', '-y', '--no-install-recommends', ...packages], remedy)
}

function aptGet(args, remedy) {
  // another run may hold the lock of dpkg, so wait for it
  const { status, stdout, stderr, error } = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status === 0) return
  throw new Error(`apt-get ${args.join(' ')} failed.\n${error?.message ?? stdout + stderr}\n${remedy}`)
}
