import { getCurrentScope } from 'vue'
import type { ComponentInternalInstance, EffectScope } from 'vue'

/** A component instance with its effect scope, which Vue's types omit. */
interface Scoped extends ComponentInternalInstance {
  readonly scope: EffectScope
}

/** An effect scope with its parent scope, which Vue's types omit. A detached scope has a parent too, but does not end with it. */
interface Nested extends EffectScope {
  readonly parent?: EffectScope
}

/**
 * Returns the component whose effect scope contains the current scope: `component` or one of its ancestors. Returns `undefined` for the
 * scope of a store, even if a component created the store.
 */
export function scopeOwner(component: ComponentInternalInstance | null): ComponentInternalInstance | undefined {
  const root = outermostScope(getCurrentScope())
  let owner = component
  while (owner && (owner as Scoped).scope !== root) owner = owner.parent
  return owner ?? undefined
}

function outermostScope(scope: EffectScope | undefined): EffectScope | undefined {
  const parent = scope?.detached ? undefined : (scope as Nested | undefined)?.parent
  return parent ? outermostScope(parent) : scope
}
