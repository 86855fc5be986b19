import type { Difference } from './compare.js'
import { FIELDS, type Kind } from './kinds.js'
import type { Person } from './person.js'

/** A difference that is meant. */
export interface Exception {
  /** Why ours is another way; the README of the package says it, too. */
  readonly reason: string
  readonly aspects: RegExp
  readonly kinds?: readonly Kind[]
  readonly scenarios?: RegExp
  /** Where it shows; in all of them, unless said. */
  readonly browsers?: readonly Person['browser'][]
  readonly when?: (difference: Difference) => boolean
}

const without = (text: string, event: string): string =>
  text
    .split(', ')
    .filter((each) => each !== event)
    .join(', ')

export const exceptions: readonly Exception[] = [
  {
    reason: 'An error is part of the description of its field: it is shown beside it, not in a bubble of the browser.',
    aspects: /^spoken\.description$/,
    kinds: FIELDS,
    when: ({ native, ours }) => native === '' && ours !== '',
    browsers: ['chromium'],
  },
  {
    reason: 'What a script sets is displayed a microtask later. The value, the form and the validity know it at once.',
    aspects: /^displayed at once$/,
  },
  {
    reason: 'Limits of the length are valid for every value, whoever set it, since they decide what can be read later.',
    aspects: /^(validity\.(tooLong|tooShort|valid)|message)$/,
    scenarios: /maxlength|minlength/,
  },
  {
    reason: 'Text beyond maxlength is not cut off without a word: the field says how much is allowed.',
    aspects: /^(value|displayed|data|events|validity\.typeMismatch)$/,
    scenarios: /^type more than maxlength|^type two lines where maxlength/,
  },
  {
    reason: 'A number without a step is any number; nobody has to declare that fractions are allowed.',
    aspects: /^(validity\.(stepMismatch|valid)|message( at once)?)$/,
    kinds: ['number'],
    scenarios: /"(1\.5|\.5|1\.50)"/,
  },
  {
    reason: 'A dialog that is cancelled has no return value, as in Chromium: what an earlier answer was is no answer.',
    aspects: /^note\.returnValue$/,
    kinds: ['dialog'],
    scenarios: /opened again and cancelled/,
    browsers: ['firefox', 'webkit'],
  },
  {
    reason: 'A web address starts with http: or https:.',
    aspects: /^(validity\.(typeMismatch|valid)|message)$/,
    kinds: ['url'],
    scenarios: /another scheme/,
  },
  {
    reason: 'A choice keeps a value that no option has until there is one: options often come later than values.',
    aspects: /^(value|displayed|data)$/,
    kinds: ['select', 'radio'],
    scenarios: /no option|option comes later|option goes/,
  },
  {
    reason: 'A custom element does not learn that it is cloned: a clone begins with its attributes.',
    aspects: /^(value|displayed|data)$/,
    kinds: FIELDS,
    scenarios: /^a clone/,
  },
  {
    reason: 'A group of radio buttons is one control: the focus moves within it, and it is invalid once.',
    aspects: /^events$/,
    kinds: ['radio'],
    scenarios: /^(arrow keys|the form is submitted by a click, and something)/,
  },
  {
    reason: 'Of a dialog, cancel and close are told; toggle is younger than the oldest browser of the kit.',
    aspects: /^(events|bubbles\.toggle)$/,
    kinds: ['dialog'],
    when: ({ aspect, native, ours }) =>
      aspect !== 'events' || without(native, 'toggle field') === without(ours, 'toggle field'),
  },
  {
    reason:
      'A dialog that is taken out of the page gives the focus back and opens again, where it is declared as open.',
    aspects: /^(events|focus)$/,
    kinds: ['dialog'],
    scenarios: /taken out of the page/,
  },
  {
    reason: 'A dialog that is declared as open is modal, as every haiilo-dialog.',
    aspects: /^(events|focus|spoken\..*)$/,
    kinds: ['dialog'],
    scenarios: /^is open in the markup$/,
  },
  {
    reason: 'form.submit() fires no event, so it does not close a haiilo-dialog; buttons and form.requestSubmit() do.',
    aspects: /^(threw|events|focus|spoken\..*|note\..*)$/,
    kinds: ['dialog'],
    scenarios: /form\.submit\(\)$/,
  },
  {
    reason: 'A dialog focuses an element with a negative tabindex, too, as in Chromium.',
    aspects: /^note\.focused$/,
    kinds: ['dialog'],
    scenarios: /tabindex is negative/,
    browsers: ['firefox'],
  },
  {
    reason: 'A dialog keeps its return value if the button of its form has no value, as in Chromium.',
    aspects: /^note\.returnValue$/,
    kinds: ['dialog'],
    scenarios: /without a value after an answer/,
    browsers: ['firefox'],
  },
  {
    reason: 'form.requestSubmit() takes native buttons only; a haiilo-button is clicked.',
    aspects: /^(threw|events|submissions)$/,
    kinds: ['submit'],
    scenarios: /^requestSubmit with it$/,
  },
  {
    reason:
      'A number is a text field that reads what people write in their language ("1,5"). Text that is no number stays visible and is invalid, and so is a number that JavaScript cannot hold.',
    aspects: /^(value|displayed|data|events|validity\.(badInput|valid)|message( at once)?)$/,
    kinds: ['number'],
    scenarios: /^(type "|type what is not valid|a script sets "9007199254740993"|paste with spaces)/,
  },
  {
    reason: 'Arrow keys change a number without beforeinput.',
    aspects: /^events$/,
    kinds: ['number'],
    scenarios: /^Arrow(Up|Down) /,
    browsers: ['chromium', 'firefox'],
    when: ({ native, ours }) => without(native, 'beforeinput field') === ours,
  },
  {
    reason: 'The wheel scrolls the page and never changes a number.',
    aspects: /^(value|displayed|data|events)$/,
    kinds: ['number'],
    scenarios: /^the wheel/,
    browsers: ['chromium'],
  },
  {
    reason: 'Autofill without an input event fires one before change, so that frameworks get the value.',
    aspects: /^events$/,
    scenarios: /^autofill with change only$/,
    when: ({ native, ours }) => without(ours, 'input field') === native,
  },
  {
    reason: 'Spaces around a typed web address are removed, as HTML requires; browsers keep them.',
    aspects: /^(value|displayed|data)$/,
    kinds: ['url'],
    scenarios: /spaces around/,
  },
  {
    reason:
      'A number is a spinbutton and a choice is a combobox, as in Chromium; WebKit calls them textbox and button.',
    aspects: /^spoken\.role$/,
    kinds: ['number', 'select'],
    browsers: ['webkit'],
  },
  {
    reason: 'A click on a label focuses the button before the button acts, as in Chromium.',
    aspects: /^events$/,
    kinds: ['submit', 'reset'],
    scenarios: /label/,
    browsers: ['webkit'],
  },
  {
    reason:
      'A value attribute that changes replaces the choice in a radio group, as in Chromium; Firefox keeps the choice.',
    aspects: /^(value|displayed|data)$/,
    kinds: ['radio'],
    scenarios: /^the attribute changes after the person changed/,
    browsers: ['firefox'],
  },
  {
    reason:
      'A number that a script sets while the person types is followed by change, as in Chromium; WebKit fires none.',
    aspects: /^events$/,
    kinds: ['number'],
    scenarios: /^a script sets the value while the person types/,
    browsers: ['webkit'],
  },
  {
    reason: 'A long text with autocomplete="off" is not restored, as in Chromium; WebKit restores it.',
    aspects: /^(value|displayed|data)$/,
    kinds: ['textarea'],
    scenarios: /^restore what is not autocompleted/,
    browsers: ['webkit'],
  },
]
