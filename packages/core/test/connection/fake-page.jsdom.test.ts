import { runInFakePage } from './run-in-fake-page.js'

runInFakePage('jsdom')
