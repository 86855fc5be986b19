import { createHaiiloHost } from '@haiilo-kit/core'

const LAST = 'end of the flood'

async function connect(): Promise<void> {
  await createHaiiloHost({ trust: [{ issuer: ISSUER, keys: [KEY] }] }).ready()
}

/** Resolves with the duration of the longest task until the last message of the flood, in milliseconds; 0 if no task took 50 ms or more. */
async function longestTask(): Promise<{ received: number; longest: number }> {
  let longest = 0
  let received = 0
  const record = (entries: PerformanceEntryList): void => {
    for (const { duration } of entries) longest = Math.max(longest, duration)
  }
  const observer = new PerformanceObserver((list) => record(list.getEntries()))
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
  // the browser reports a task some time after it ended
  await new Promise((resolve) => setTimeout(resolve, 100))
  record(observer.takeRecords())
  observer.disconnect()
  return { received, longest }
}

Object.assign(globalThis, { connect, longestTask })
