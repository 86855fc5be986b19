import { defineConfig } from 'vite'

import { sourceConditions } from '../../stories/from-source.js'

export default defineConfig({ base: './', resolve: { conditions: sourceConditions }, build: { target: 'es2022' } })
