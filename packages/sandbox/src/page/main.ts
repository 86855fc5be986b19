import { PATHS } from '../contract/paths.js'
import { mountSandbox } from './mount-sandbox.js'
import { sandboxOrigins } from './sandbox-origins.js'
import { windowAddress } from './backend/sandbox-address.js'
import { createServerBackend } from './backend/create-server-backend.js'

const page = document.querySelector<HTMLElement>('#sandbox')
const origins = sandboxOrigins()
if (page) {
  const sandbox = await mountSandbox(page, {
    backend: await createServerBackend(),
    address: windowAddress(),
    tenants: origins?.tenants,
    wrapper: origins && `${origins.wrapper}${PATHS.wrapper}`,
    errorPage: (code) => new URL(`errors/${code}.html`, document.baseURI).href,
  })
  // end-to-end tests control the page with it; a plug-in has another origin and cannot
  Object.assign(window, { haiiloSandbox: sandbox })
}
