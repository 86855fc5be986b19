import { createHaiiloHost } from '@haiilo-kit/core'

const LAST = 'end of the flood'

async function connect(): Promise<void> {
  await createHaiiloHost({ trust: [{ issuer: ISSUER, keys: [KEY] }] }).ready()
}

/** The longest task of 50 ms or more until the host says that it was its last message, in milliseconds; 0 where there was none. */
async function longestTask(): Promise<{ received: number; longest: number }> {
  let longest = 0
  let received = 0
  const note = (entries: PerformanceEntryList): void => {
    for (const { duration } of entries) longest = Math.max(longest, duration)
  }
  const observer = new PerformanceObserver((list) => note(list.getEntries()))
  observer.observe({ type: 'longtask' })
  await new Promise<void>((resolve) => {
    addEventListener('message', function count({ data }) {
      received += 1
      if (data !== LAST) return
      removeEventListener('message', count)
      resolve()
    })
    parent.postMessage({ sub: 'flood', last: LAST }, '*')
  })
  // entries come after the task that they tell of
  await new Promise((resolve) => setTimeout(resolve, 100))
  note(observer.takeRecords())
  observer.disconnect()
  return { received, longest }
}

Object.assign(globalThis, { connect, longestTask })
