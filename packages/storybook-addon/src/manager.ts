import { registerPanel } from './manager/register-panel.js'

registerPanel()
