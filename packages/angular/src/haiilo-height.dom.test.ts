import { Component, ErrorHandler, type Type } from '@angular/core'
import { TestBed } from '@angular/core/testing'
import { loadLunch } from '@haiilo-kit/test-kit'
import { expect, test } from 'vitest'
import '../test/set-up-test-bed.js'
import { HaiiloHeight } from './haiilo-height.js'
import { provideHaiiloHost } from './provide-haiilo-host.js'

@Component({ imports: [HaiiloHeight], template: '<ng-container haiiloHeight>text</ng-container>' })
class OnContainer {}

@Component({ imports: [HaiiloHeight], template: '<ng-template haiiloHeight>text</ng-template>' })
class OnTemplate {}

test.each<[string, Type<unknown>]>([
  ['<ng-container>', OnContainer],
  ['<ng-template>', OnTemplate],
])('reports a TypeError on %s, which is not an element', async (_, view) => {
  const errors: unknown[] = []
  const handleError = (error: unknown): void => void errors.push(error)
  TestBed.configureTestingModule({
    rethrowApplicationErrors: false,
    providers: [provideHaiiloHost(loadLunch().host), { provide: ErrorHandler, useValue: { handleError } }],
  })
  await TestBed.createComponent(view).whenStable()
  expect(errors).toEqual([expect.any(TypeError)])
  expect(String(errors[0])).toMatch(/expected an element.*<main>/)
})
