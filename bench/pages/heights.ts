import { createHaiiloHost, observeHeight, windowTransport } from '@haiilo-kit/core'

interface Outcome {
  readonly messages: number
  readonly frames: number
  /** Messages in the frame that had most of them. */
  readonly most: number
  readonly wanted: number
}

/** Changes the height of an element a thousand times, ten times a frame. */
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

/** Callbacks of a frame come first, layout and its observers after them: a message counts for the frame in which it was sent. */
function nextFrame(perFrame: number[]): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => {
      perFrame.push(0)
      resolve()
    }),
  )
}

Object.assign(globalThis, { changeHeights })
