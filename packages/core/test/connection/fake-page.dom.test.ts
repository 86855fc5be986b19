import { runInFakePage } from './run-in-fake-page.js'

runInFakePage('happy-dom')
