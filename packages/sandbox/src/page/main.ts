import { mountSandbox } from './mount-sandbox.js'
import { windowAddress } from './backend/sandbox-address.js'
import { createServerBackend } from './backend/create-server-backend.js'

const page = document.querySelector<HTMLElement>('#sandbox')
if (page) {
  const sandbox = await mountSandbox(page, {
    backend: await createServerBackend(),
    address: windowAddress(),
    tenants: findTenants(),
    errorPage: (code) => new URL(`errors/${code}.html`, document.baseURI).href,
  })
  // end-to-end tests control the page with it; a plug-in has another origin and cannot
  Object.assign(window, { haiiloSandbox: sandbox })
}

/** The server answers under two names, one for each tenant. */
function findTenants(): { first: string; second: string } | undefined {
  const { protocol, hostname, port } = location
  if (hostname !== 'home.localhost' && hostname !== 'second.localhost') return undefined
  const end = port ? `:${port}` : ''
  return { first: `${protocol}//home.localhost${end}`, second: `${protocol}//second.localhost${end}` }
}
