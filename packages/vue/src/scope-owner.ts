import { getCurrentScope } from 'vue'
import type { ComponentInternalInstance, EffectScope } from 'vue'

/** What the types of Vue leave out: the scope that a component ends with. */
interface Scoped extends ComponentInternalInstance {
  readonly scope: EffectScope
}

/** What the types of Vue leave out: the scope that was active when this one was made. A detached scope does not end with it. */
interface Nested extends EffectScope {
  readonly parent?: EffectScope
}

/**
 * The component that the current scope ends with: `component` or one above it. Absent for the scope of a store, even if a component set
 * up the store first.
 */
export function scopeOwner(component: ComponentInternalInstance | null): ComponentInternalInstance | undefined {
  const root = outermost(getCurrentScope())
  let owner = component
  while (owner && (owner as Scoped).scope !== root) owner = owner.parent
  return owner ?? undefined
}

function outermost(scope: EffectScope | undefined): EffectScope | undefined {
  const parent = scope?.detached ? undefined : (scope as Nested | undefined)?.parent
  return parent ? outermost(parent) : scope
}
