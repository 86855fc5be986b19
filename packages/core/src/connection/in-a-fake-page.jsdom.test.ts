import { runWorksInAFakePage } from '../../test/works-in-a-fake-page.js'

runWorksInAFakePage('jsdom')
