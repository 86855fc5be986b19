import type { Difference } from './compare.js'
import { FIELDS, type Kind } from './kinds.js'
import type { Person } from './person.js'

/** An intended difference from the native control. */
export interface Exception {
  /** The difference and its reason. The README of the package contains the same sentence. */
  readonly reason: string
  readonly aspects: RegExp
  readonly kinds?: readonly Kind[]
  readonly scenarios?: RegExp
  /** The browsers in which it occurs. Default: all. */
  readonly browsers?: readonly Person['browser'][]
  readonly when?: (difference: Difference) => boolean
}

const withoutEvent = (text: string, event: string): string =>
  text
    .split(', ')
    .filter((each) => each !== event)
    .join(', ')

export const exceptions: readonly Exception[] = [
  {
    reason: 'An error is shown next to its field and is part of its description. The browser shows no error bubble.',
    aspects: /^accessible\.description$/,
    kinds: FIELDS,
    when: ({ native, ours }) => native === '' && ours !== '',
    browsers: ['chromium'],
  },
  {
    reason:
      'A value that a script sets is displayed a microtask later. The value, the form and the validity change immediately.',
    aspects: /^displayed at once$/,
  },
  {
    reason:
      'Length limits apply to every value, including values that a script sets, because they decide what can be read later.',
    aspects: /^(validity\.(tooLong|tooShort|valid)|message)$/,
    scenarios: /maxlength|minlength/,
  },
  {
    reason: 'Text beyond maxlength is not cut off. Instead, the field shows an error with the allowed length.',
    aspects: /^(value|displayed|data|events|validity\.typeMismatch)$/,
    scenarios: /^type more than maxlength|^type two lines with maxlength/,
  },
  {
    reason:
      'Enter in a native field clicks a hidden native button, because a browser submits only through such a button. A listener in the capture phase receives this click, too.',
    aspects: /^capturedOnly$/,
    kinds: ['submit'],
    scenarios: /^Enter in (a native input|one of two native inputs)/,
  },
  {
    reason: 'Without a step, a number field accepts any number, including fractions.',
    aspects: /^(validity\.(stepMismatch|valid)|message( at once)?)$/,
    kinds: ['number'],
    scenarios: /"(1\.5|\.5|1\.50)"/,
  },
  {
    reason:
      'A cancelled dialog has an empty return value, as in Chromium. It does not keep the value of an earlier answer.',
    aspects: /^note\.returnValue$/,
    kinds: ['dialog'],
    scenarios: /opened again and cancelled/,
    browsers: ['firefox', 'webkit'],
  },
  {
    reason: 'A web address must start with http: or https:.',
    aspects: /^(validity\.(typeMismatch|valid)|message)$/,
    kinds: ['url'],
    scenarios: /another scheme|^type into a field that a script changed/,
  },
  {
    reason:
      'A choice keeps a value without a matching option until such an option is added, because options often arrive later than values.',
    aspects: /^(value|displayed|data)$/,
    kinds: ['select', 'radio'],
    scenarios: /no option|option is added later|option is removed/,
  },
  {
    reason: 'A clone starts with the attributes only, because a custom element is not notified when it is cloned.',
    aspects: /^(value|displayed|data)$/,
    kinds: FIELDS,
    scenarios: /^a clone/,
  },
  {
    reason:
      'A radio group is one control: the page gets no focus events when the focus moves within it, and one invalid event.',
    aspects: /^events$/,
    kinds: ['radio'],
    scenarios: /^(arrow keys|the form is submitted by a click with a missing value)/,
  },
  {
    reason:
      'A dialog fires cancel and close, but not toggle, because the oldest supported browsers do not have this event.',
    aspects: /^(events|bubbles\.toggle)$/,
    kinds: ['dialog'],
    when: ({ aspect, native, ours }) =>
      aspect !== 'events' || withoutEvent(native, 'toggle field') === withoutEvent(ours, 'toggle field'),
  },
  {
    reason:
      'A dialog that is removed from the page restores the focus. It opens again when it is inserted, if open is still set.',
    aspects: /^(events|focus)$/,
    kinds: ['dialog'],
    scenarios: /removed from the page/,
  },
  {
    reason: 'A dialog that is open in the markup is modal, like every haiilo-dialog.',
    aspects: /^(events|focus|accessible\..*)$/,
    kinds: ['dialog'],
    scenarios: /^is open in the markup$/,
  },
  {
    reason: 'form.submit() fires no event, so it does not close a haiilo-dialog. Use a button or form.requestSubmit().',
    aspects: /^(threw|events|focus|accessible\..*|note\..*)$/,
    kinds: ['dialog'],
    scenarios: /form\.submit\(\)$/,
  },
  {
    reason: 'A dialog that opens can focus an element with a negative tabindex, as in Chromium.',
    aspects: /^note\.focused$/,
    kinds: ['dialog'],
    scenarios: /negative tabindex/,
    browsers: ['firefox'],
  },
  {
    reason: 'A dialog keeps its return value if the submit button in it has no value, as in Chromium.',
    aspects: /^note\.returnValue$/,
    kinds: ['dialog'],
    scenarios: /without a value after an answer/,
    browsers: ['firefox'],
  },
  {
    reason: 'form.requestSubmit() accepts only native buttons as submitter. For a haiilo-button, call click().',
    aspects: /^(threw|events|submissions)$/,
    kinds: ['submit'],
    scenarios: /^requestSubmit with it as submitter$/,
  },
  {
    reason:
      'A number is a text field that reads the number format of the person\'s language ("1,5"). Text that is not a number stays visible and is invalid. The same applies to a number that JavaScript cannot represent.',
    aspects: /^(value|displayed|data|events|validity\.(badInput|valid)|message( at once)?)$/,
    kinds: ['number'],
    scenarios: /^(type "|type an invalid value|a script sets "9007199254740993"|paste with spaces)/,
  },
  {
    reason: 'Arrow keys change a number without a beforeinput event.',
    aspects: /^events$/,
    kinds: ['number'],
    scenarios: /^Arrow(Up|Down) /,
    browsers: ['chromium', 'firefox'],
    when: ({ native, ours }) => withoutEvent(native, 'beforeinput field') === ours,
  },
  {
    reason: 'The wheel scrolls the page and never changes a number.',
    aspects: /^(value|displayed|data|events)$/,
    kinds: ['number'],
    scenarios: /^the wheel/,
    browsers: ['chromium'],
  },
  {
    reason: 'If autofill fires change without input, the field fires input first, so that frameworks get the value.',
    aspects: /^events$/,
    scenarios: /^autofill with change only$/,
    when: ({ native, ours }) => withoutEvent(ours, 'input field') === native,
  },
  {
    reason: 'Spaces around a typed web address are removed, as HTML requires. Browsers keep them.',
    aspects: /^(value|displayed|data)$/,
    kinds: ['url'],
    scenarios: /spaces around/,
  },
  {
    reason:
      'A number has the role spinbutton and a select the role combobox, as in Chromium. In WebKit, the native roles are textbox and button.',
    aspects: /^accessible\.role$/,
    kinds: ['number', 'select'],
    browsers: ['webkit'],
  },
  {
    reason: 'A click on the label of a button focuses the button before it acts, as in Chromium.',
    aspects: /^events$/,
    kinds: ['submit', 'reset'],
    scenarios: /label/,
    browsers: ['webkit'],
  },
  {
    reason:
      'A label that wraps a button names it by the text around the button, as in Chromium. WebKit adds the text of the button.',
    aspects: /^accessible\.name$/,
    kinds: ['submit', 'reset'],
    scenarios: /^a label that wraps it/,
    browsers: ['webkit'],
  },
  {
    reason: 'A changed value attribute replaces the choice in a radio group, as in Chromium. Firefox keeps the choice.',
    aspects: /^(value|displayed|data)$/,
    kinds: ['radio'],
    scenarios: /^the attribute changes after the person changed/,
    browsers: ['firefox'],
  },
  {
    reason:
      'If a script sets a number while the person types, change fires when the person leaves the field, as in Chromium. WebKit does not fire it.',
    aspects: /^events$/,
    kinds: ['number'],
    scenarios: /^a script sets the value while the person types/,
    browsers: ['webkit'],
  },
  {
    reason: 'A textarea with autocomplete="off" is not restored, as in Chromium. WebKit restores it.',
    aspects: /^(value|displayed|data)$/,
    kinds: ['textarea'],
    scenarios: /^restore with autocomplete/,
    browsers: ['webkit'],
  },
]
