import { showApp } from './app.ts'
import { host } from './host.ts'
import './plugin.css'

showApp(document.getElementById('root') ?? document.body, host)
