// must be the first import, because zone.js patches the APIs of the browser
import './set-up-zone.js'
import { provideZoneChangeDetection } from '@angular/core'
import { runBindingContract } from '@haiilo-kit/test-kit'
import { createAngularDriver } from './angular-driver.js'

runBindingContract({ ...createAngularDriver(' with zone.js', [provideZoneChangeDetection()]), layout: true })
