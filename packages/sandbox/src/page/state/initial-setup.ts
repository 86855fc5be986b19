import type { SandboxSetup } from '../../contract/setup.js'
import { defaultSetup, parseSetup, readSetupFragment, type ParsedSetup } from '../../setup/index.js'
import { findEntryPoint, type ShownEntryPoint } from './entry-points.js'

/** The origins of the two tenants. */
export type TenantOrigins = Readonly<Record<SandboxSetup['tenant'], string>>

/** Maximum number of widgets on the first visit. */
const FIRST_WIDGETS = 4

export interface InitialSetupOptions {
  /** Fragment of the address. */
  readonly fragment: string | undefined
  readonly loadSaved: () => Promise<unknown>
  /** `undefined` while there is no manifest. */
  readonly entryPoints: readonly ShownEntryPoint[] | undefined
  readonly tenants: TenantOrigins | undefined
}

/** The set-up of the link; else the one that was saved; else one widget for each entry point. */
export async function loadInitialSetup({
  fragment,
  loadSaved,
  entryPoints,
  tenants,
}: InitialSetupOptions): Promise<ParsedSetup> {
  const linked = fragment === undefined ? undefined : readSetupFragment(fragment)
  if (linked) return replaceUnknownEntryPoints(linked, entryPoints)
  const saved = await loadSaved().catch(() => undefined)
  const { setup, notices } =
    saved === undefined
      ? { setup: setupFor(entryPoints ?? []), notices: [] }
      : replaceUnknownEntryPoints(parseSetup(saved), entryPoints)
  return { setup: { ...setup, tenant: tenantOfThisPage(tenants) ?? setup.tenant }, notices }
}

function tenantOfThisPage(tenants: TenantOrigins | undefined): SandboxSetup['tenant'] | undefined {
  return (['first', 'second'] as const).find((name) => tenants?.[name] === location.origin)
}

/** One widget for each entry point, so that the first visit shows the whole plug-in. */
export function setupFor(entryPoints: readonly ShownEntryPoint[]): SandboxSetup {
  const shown = entryPoints.filter(({ id }, index) => id !== undefined || index === 0).slice(0, FIRST_WIDGETS)
  if (shown.length < 2) return defaultSetup
  const instances = shown.map(({ id }, index) => ({
    id: `w${index + 1}`,
    ...(id !== undefined && { entryPoint: id }),
    columns: 6,
    config: {},
  }))
  return { ...defaultSetup, instances }
}

/** Replaces entry points that the manifest does not have, and adds a notice. Without a manifest, it keeps them. */
export function replaceUnknownEntryPoints(
  { setup, notices }: ParsedSetup,
  entryPoints: readonly ShownEntryPoint[] | undefined,
): ParsedSetup {
  if (!entryPoints) return { setup, notices }
  const unknown = setup.instances.filter(
    ({ entryPoint }) => entryPoint !== undefined && !findEntryPoint(entryPoints, entryPoint),
  )
  if (!unknown.length) return { setup, notices }
  const instances = setup.instances.map((each) => (unknown.includes(each) ? { ...each, entryPoint: undefined } : each))
  const notice = `The manifest does not have the entry point of ${unknown.map(({ id }) => id).join(', ')}. You see the first one.`
  return { setup: { ...setup, instances }, notices: [...notices, notice] }
}
