import { createHaiiloHost } from '@haiilo-kit/core'

const host = createHaiiloHost({ trust: [{ issuer: ISSUER, keys: [KEY] }] })

void host.ready().then(({ claims }) => {
  const time = performance.now()
  const [bundle] = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  parent.postMessage({ sub: 'report', time, arrived: bundle?.responseEnd, claims }, '*')
})
