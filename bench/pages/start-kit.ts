import { createHaiiloHost } from '@haiilo-kit/core'

const host = createHaiiloHost({ trust: [{ issuer: ISSUER, keys: [KEY] }] })

void host.ready().then(({ claims }) => finish(claims))
