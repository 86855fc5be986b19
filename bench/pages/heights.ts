import { createHaiiloHost, observeHeight, windowTransport } from '@haiilo-kit/core'

interface Outcome {
  readonly messages: number
  readonly frames: number
  /** The largest number of messages in one frame. */
  readonly most: number
  readonly wanted: number
}

/** Changes the height of an element 1,000 times, 10 times per frame. */
async function changeHeights(): Promise<Outcome> {
  const perFrame = [0]
  const transport = windowTransport()
  const host = createHaiiloHost({
    trust: [{ issuer: ISSUER, keys: [KEY] }],
    transport: {
      ...transport,
      post(message, targetOrigin) {
        if ('height' in message) perFrame.push((perFrame.pop() ?? 0) + 1)
        transport.post(message, targetOrigin)
      },
    },
  })
  await host.ready()
  const element = document.body.appendChild(document.createElement('main'))
  const stop = observeHeight(host, element)
  for (let change = 0; change < 1000; change += 1) {
    element.style.height = `${100 + ((change * 7) % 300)}px`
    if (change % 10 === 9) await nextFrame(perFrame)
  }
  for (let rest = 0; rest < 10; rest += 1) await nextFrame(perFrame)
  const wanted = Math.ceil(element.getBoundingClientRect().bottom)
  stop()
  host.close()
  const messages = perFrame.reduce((sum, count) => sum + count)
  return { messages, frames: perFrame.length, most: Math.max(...perFrame), wanted }
}

/** Starts to count the messages of the next frame. Animation frame callbacks run before layout and resize observers. */
function nextFrame(perFrame: number[]): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => {
      perFrame.push(0)
      resolve()
    }),
  )
}

/** Resolves with the median time that the callbacks of the kit take per frame, in milliseconds, while one of `count` elements changes. */
async function changeOneOf(count: number): Promise<number> {
  const spent: number[] = [0]
  const spend = (work: () => void): void => {
    const start = performance.now()
    work()
    spent.push((spent.pop() ?? 0) + performance.now() - start)
  }
  const { MutationObserver, ResizeObserver, requestAnimationFrame } = globalThis
  Object.assign(globalThis, {
    requestAnimationFrame: (run: FrameRequestCallback) => requestAnimationFrame((now) => spend(() => run(now))),
    MutationObserver: class extends MutationObserver {
      constructor(run: MutationCallback) {
        super((...args) => spend(() => run(...args)))
      }
    },
    ResizeObserver: class extends ResizeObserver {
      constructor(run: ResizeObserverCallback) {
        super((...args) => spend(() => run(...args)))
      }
    },
  })
  const host = createHaiiloHost({ trust: [{ issuer: ISSUER, keys: [KEY] }] })
  await host.ready()
  const main = document.body.appendChild(document.createElement('main'))
  for (let index = 0; index < count; index += 1) {
    main.append(Object.assign(document.createElement('p'), { textContent: String(index) }))
  }
  const stop = observeHeight(host, main)
  for (let turn = 0; turn < 200; turn += 1) {
    await new Promise(requestAnimationFrame)
    spent.push(0)
    const changed = main.children[(turn * 37) % count] as HTMLElement
    changed.style.height = `${20 + (turn % 7)}px`
    // forces layout here, so that the cost of the change itself is not counted
    main.getBoundingClientRect()
  }
  stop()
  host.close()
  main.remove()
  Object.assign(globalThis, { MutationObserver, ResizeObserver, requestAnimationFrame })
  // the first frames warm up the browser
  const measured = spent.slice(20).sort((a, b) => a - b)
  return measured[Math.floor(measured.length / 2)] ?? NaN
}

Object.assign(globalThis, { changeHeights, changeOneOf })
