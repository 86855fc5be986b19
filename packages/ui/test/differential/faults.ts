import type { Person } from './person.js'

/** Something that ours does not do as the native control does, and is to. */
export interface Fault {
  /** The number of the requirement that it fails; 1 for what this suite found. */
  readonly point: number
  readonly says: string
  /** The aspect that it shows in, in every scenario in which it can show. */
  readonly everywhere?: string
  /** Where `everywhere` is. */
  readonly browsers?: readonly Person['browser'][]
  /** Where it shows, and in which aspects. What no longer differs fails its test, so that it is taken out here. */
  readonly shows?: readonly Showing[]
}

/** Kinds, aspects and browsers, each with commas between them. Without browsers, it shows in all of them. */
export type Showing = readonly [kinds: string, scenario: string, aspects: string, browsers?: string]

export const faults: readonly Fault[] = [
  {
    point: 1,
    says: 'A listener in the capture phase gets each input event twice.',
    everywhere: 'capturedOnly',
  },
  {
    point: 1,
    says: 'A click that does not come from inside is told twice.',
    shows: [
      ['checkbox, switch', 'a click on the label', 'events'],
      ['checkbox, switch', 'a click on the label around it', 'events'],
      ['checkbox, switch', 'a script clicks', 'events'],
      ['checkbox, switch', 'a script clicks, asked at once', 'events'],
    ],
  },
  {
    point: 1,
    says: 'A field that takes no part in the validation is not valid, or has a message.',
    shows: [
      [
        'text, number, textarea',
        'is disabled, and empty though required',
        'validity.valid, validity.valueMissing, message',
      ],
      ['select, radio, checkbox, switch', 'is disabled, and empty though required', 'message'],
      [
        'text, number, textarea',
        'is read-only, and empty though required',
        'validity.valid, validity.valueMissing, message',
      ],
      ['text, checkbox, switch', 'is in a datalist, and empty though required', 'message'],
    ],
  },
  {
    point: 1,
    says: 'A native submit button does not lead to our field that is not valid.',
    shows: [
      [
        'text, number, textarea, select, radio, checkbox, switch',
        'the form is submitted by a click, and something is missing',
        'events, focus',
      ],
    ],
  },
  {
    point: 1,
    says: 'A script that focuses the field selects its text, and typing replaces it.',
    shows: [
      [
        'text, email, url, number, search',
        'type into a field that a script changed',
        'value, displayed, data',
        'chromium',
      ],
      ['text, number, textarea', 'a page of its own, and the person changes the value', 'value, displayed, data'],
    ],
  },
  {
    point: 1,
    says: 'Of several flags, only the first one is set.',
    shows: [
      ['number', '"3" with {"min":"5","max":"1"}', 'validity.rangeOverflow'],
      ['email, url', 'pattern [a-z]+ with "ABC"', 'validity.patternMismatch'],
      ['email, url', 'pattern [a-z] with "abc"', 'validity.patternMismatch'],
      ['email, url', 'pattern [\\p{L}--[a-z]]+ with "abc"', 'validity.patternMismatch'],
      ['email, url', 'pattern a|b with "ab"', 'validity.patternMismatch'],
    ],
  },
  {
    point: 1,
    says: 'What setCustomValidity says comes after what the field finds.',
    shows: [
      [
        'text, number, textarea, select, radio, checkbox, switch',
        'setCustomValidity on what is missing',
        'validity.customError, note.message',
      ],
    ],
  },
  {
    point: 8,
    says: 'A reset does not return the current attribute.',
    shows: [
      [
        'checkbox, switch',
        'a script of the page sets checked before the module runs, then reset',
        'value, displayed, data',
      ],
    ],
  },
  {
    point: 8,
    says: 'What the browser fills in without an input event is not seen, and lost.',
    shows: [
      [
        'text, email, url, number, search, textarea, checkbox',
        'autofill without an event, then the form is submitted',
        'events, submissions',
      ],
    ],
  },
  {
    point: 8,
    says: 'What the browser restores becomes the initial value, or is lost.',
    shows: [
      [
        'text, number, textarea',
        'restore over an initial value, then reset',
        'value after restore, displayed after restore, data after restore',
      ],
      ['text, number', 'restore what is not autocompleted', 'value, displayed, data', 'chromium, webkit'],
      ['textarea', 'restore what is not autocompleted', 'value, displayed, data', 'chromium'],
    ],
  },
  {
    point: 10,
    says: 'The title of the host describes nothing.',
    shows: [['text, number, textarea, select, checkbox, switch', 'title', 'spoken.description']],
  },
  {
    point: 10,
    says: 'Values are not sanitised as native ones are.',
    shows: [['text, email, url, search', 'the type changes', 'value, displayed, data']],
  },
  {
    point: 8,
    says: 'An attribute that changes after the person chose something else replaces the choice.',
    shows: [
      ['select', 'the attribute changes after the person changed the value', 'value, displayed, data'],
      [
        'radio',
        'the attribute changes after the person changed the value',
        'value, displayed, data',
        'chromium, webkit',
      ],
    ],
  },
  {
    point: 9,
    says: 'A number that a script sets while the person types is not followed by change.',
    shows: [['number', 'a script sets the value while the person types', 'events', 'chromium, firefox']],
  },
]
