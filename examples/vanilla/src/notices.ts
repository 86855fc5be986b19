import { describeError, type HaiiloError } from '@haiilo-kit/core'
import '@haiilo-kit/example-lunch/lunch.css'

import { element } from './element.js'

/** Shown until the host answers. */
export function waiting(): HTMLElement {
  return element(
    'main',
    { className: 'lunch' },
    element('p', { className: 'lunch-waiting', role: 'status' }, 'One moment…'),
  )
}

/** Shown when the connection failed: what the user can do, the error code and a button to try again. */
export function problem(error: HaiiloError, retry: () => void): HTMLElement {
  return element(
    'main',
    { className: 'lunch' },
    element(
      'div',
      { className: 'lunch-problem', role: 'alert' },
      element('h1', {}, 'Lunch cannot be shown'),
      element('p', {}, describeError(error)),
      element('small', {}, error.code),
    ),
    element('button', { type: 'button', className: 'lunch-button', onclick: retry }, 'Try again'),
  )
}
