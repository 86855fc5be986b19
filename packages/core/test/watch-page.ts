type Call = (...args: unknown[]) => unknown

/** Active observers, listeners, frames and timers of a page. */
export interface PageActivity {
  /** Observers that observe an element. */
  readonly observers: number
  /** Event types with a listener on the window or the document. */
  readonly listeners: number
  readonly frames: number
  readonly timers: number
}

/** Counts what is started in a page from now on and not stopped. The page works as usual. Browser only. */
export function watchPage(view: Window & typeof globalThis): () => PageActivity {
  const observers = new Set<unknown>()
  const listeners = new Set<unknown>()
  const frames = new Set<unknown>()
  const timers = new Set<unknown>()

  for (const { prototype } of [view.ResizeObserver, view.MutationObserver]) {
    tap(prototype, 'observe', (observer) => observers.add(observer))
    tap(prototype, 'disconnect', (observer) => observers.delete(observer))
  }
  for (const target of [view, view.document]) {
    tap(target, 'addEventListener', (_, type) => listeners.add(type))
    tap(target, 'removeEventListener', (_, type) => listeners.delete(type))
  }
  countPending(view, 'requestAnimationFrame', 'cancelAnimationFrame', frames)
  countPending(view, 'setTimeout', 'clearTimeout', timers)
  return () => ({
    observers: observers.size,
    listeners: listeners.size,
    frames: frames.size,
    timers: timers.size,
  })
}

function tap(owner: object, name: string, onCall: (self: unknown, first: unknown) => void): void {
  const original = Reflect.get(owner, name) as Call
  Reflect.set(owner, name, function (this: unknown, ...args: unknown[]) {
    onCall(this, args[0])
    return original.apply(this, args)
  })
}

function countPending(view: Window, start: string, cancel: string, pending: Set<unknown>): void {
  const begin = Reflect.get(view, start) as Call
  Reflect.set(view, start, (run: Call, ...rest: unknown[]) => {
    const id = begin.call(
      view,
      (...args: unknown[]) => {
        pending.delete(id)
        run(...args)
      },
      ...rest,
    )
    pending.add(id)
    return id
  })
  tap(view, cancel, (_, id) => pending.delete(id))
}
