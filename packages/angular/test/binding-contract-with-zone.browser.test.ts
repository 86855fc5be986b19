// first: zone.js puts itself around what the browser brings
import './set-up-zone.js'
import { provideZoneChangeDetection } from '@angular/core'
import { runBindingContract } from '@haiilo-kit/test-kit'
import { createAngularDriver } from './angular-driver.js'

runBindingContract({ ...createAngularDriver(' with zone.js', [provideZoneChangeDetection()]), layout: true })
