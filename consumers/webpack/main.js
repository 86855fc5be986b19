import { createHaiiloHost, describeError, observeHeight } from '@haiilo-kit/core'

const heading = document.createElement('h1')
document.body.append(heading)
const host = createHaiiloHost()
observeHeight(host, document.body)
host.ready().then(
  ({ context }) => (heading.textContent = `Enjoy, ${context.userName}`),
  (error) => (heading.textContent = describeError(error)),
)
