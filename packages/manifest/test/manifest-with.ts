import { parseManifest } from '../src/parse/parse-manifest.js'

type Members = Readonly<Record<string, unknown>>

const ENTRY_POINT: Members = {
  url: 'index.html',
  name: { en: 'Lunch' },
  description: { en: 'What there is to eat today' },
}

const MANIFEST: Members = {
  manifestVersion: '2.5.0',
  pluginVersion: '1.0.0',
  name: { en: 'Lunch' },
  description: { en: 'The menu of the canteen' },
}

/** A small manifest without findings, in which some members are different: of the manifest, and of its entry points. */
export function manifestWith({ entryPoints = [{}], ...members }: Members = {}): Members {
  const merged = Array.isArray(entryPoints)
    ? entryPoints.map((entryPoint: Members, index) => ({ id: idOf(index), ...ENTRY_POINT, ...entryPoint }))
    : entryPoints
  return { ...MANIFEST, ...members, entryPoints: merged }
}

/** What is found in such a manifest: `rule pointer`, in the order of the text. */
export function findingsOf(members: Members, url?: string): string[] {
  return parseManifest(manifestWith(members), { url }).findings.map(({ rule, pointer }) => `${rule} ${pointer}`)
}

/** The same for one field of its configuration; pointers begin at the field. */
export function findingsOfField(field: Members): string[] {
  const config = [{ key: 'canteen', type: 'text', label: { en: 'Canteen' }, ...field }]
  return findingsOf({ config }).map((finding) => finding.replace(' /config/0', ' '))
}

function idOf(index: number): string {
  return `5f0c7a4e-0d1b-4c58-9a53-${String(index).padStart(12, '0')}`
}
