// what the plug-ins of `doctor-browser.spec.ts` use
export { createHaiiloHost, haiiloTrust, observeHeight, onSave } from '@haiilo-kit/core'
