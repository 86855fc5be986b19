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
    says: 'A change event leaves the shadow root that our field is in, as no native one does.',
    everywhere: 'composed.change',
  },
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
    says: 'A dialog gives the focus to its close button before it gives it to a field.',
    shows: [
      ['dialog', 'takes the focus to its first field', 'events'],
      ['dialog', 'method=dialog', 'events'],
      ['dialog', 'method=dialog, a button without a value', 'events'],
      ['dialog', 'method=dialog, an input as button', 'events'],
      ['dialog', 'method=dialog, closed by a script', 'events'],
      ['dialog', 'method=dialog that a listener prevents', 'events'],
      ['dialog', 'method=dialog, something is missing', 'events'],
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
      ['text, email, url, number, search', 'type into a field that a script changed', 'value, displayed, data'],
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
    point: 7,
    says: 'Arrow keys and steps ignore min, max and the base of the step.',
    shows: [
      ['number', '"2" with {"value":"1","step":"2"}', 'validity.stepMismatch, validity.valid, message'],
      [
        'number',
        'ArrowUp with {"value":"5","max":"5"}',
        'value, displayed, validity.rangeOverflow, validity.valid, message, data, events',
      ],
      [
        'number',
        'ArrowDown with {"value":"5","min":"5"}',
        'value, displayed, validity.rangeUnderflow, validity.valid, message, data, events',
      ],
      [
        'number',
        'ArrowUp with {"value":"2","min":"1","step":"2"}',
        'value, displayed, validity.stepMismatch, validity.valid, message, data',
      ],
      [
        'number',
        'ArrowUp with {"min":"3"}',
        'value, displayed, validity.rangeUnderflow, validity.valid, message, data, events',
      ],
      ['number', 'ArrowUp with {"value":"1","step":"2"}', 'value, displayed, data'],
    ],
  },
  {
    point: 7,
    says: 'What is no number to the browser is one to us, and what is half written stays.',
    shows: [
      [
        'number',
        'a script sets "-"',
        'value, validity.badInput, validity.valid, message, data, value at once, data at once, message at once',
      ],
      [
        'number',
        'a script sets "1,5"',
        'value, validity.badInput, validity.valid, message, data, value at once, data at once, message at once',
      ],
      ['number', 'a script sets "0x10"', 'value, data, value at once, data at once'],
      [
        'number',
        'a script sets "1e400"',
        'value, validity.badInput, validity.valid, message, data, value at once, data at once, message at once',
      ],
      ['number', 'a script sets "+5"', 'value, data, value at once, data at once'],
      ['number', 'a script sets "5."', 'value, data, value at once, data at once'],
      ['number', 'a script sets " 5"', 'value, data, value at once, data at once'],
      [
        'number',
        'a script sets "abc"',
        'value, validity.badInput, validity.valid, message, data, value at once, data at once, message at once',
      ],
      [
        'number',
        'a script sets "1e"',
        'value, validity.badInput, validity.valid, message, data, value at once, data at once, message at once',
      ],
      ['number', 'the attribute is "0x10"', 'value, data'],
      ['number', 'the attribute is " 5 "', 'value, data'],
      ['number', 'the attribute is "1e400"', 'value, validity.badInput, validity.valid, message, data'],
      ['number', 'type "-", then reset', 'validity.badInput, validity.valid, message'],
      ['number', 'type "-", then an empty text', 'validity.badInput, validity.valid, message'],
      ['number', 'type "-", then null', 'validity.badInput, validity.valid, message'],
    ],
  },
  {
    point: 8,
    says: 'A reset does not return the current attribute.',
    shows: [
      ['text, email, url, number, search', 'reset after the attribute changed', 'value, displayed, data'],
      ['checkbox, switch', 'reset after the attribute of a toggle came', 'value, displayed, data'],
      [
        'text, email, number, textarea, select',
        'a script of the page sets the value before the module runs, then reset',
        'value, displayed, data',
      ],
      [
        'checkbox, switch',
        'a script of the page sets checked before the module runs, then reset',
        'value, displayed, data',
      ],
    ],
  },
  {
    point: 8,
    says: 'An attribute that changes overwrites what the person did.',
    shows: [
      [
        'text, email, url, number, search, textarea',
        'the attribute changes after the person changed the value',
        'value, displayed, data',
      ],
      ['checkbox, switch', 'the attribute goes after a click', 'value, displayed, data'],
    ],
  },
  {
    point: 8,
    says: 'What the browser fills in without an input event is not seen, and lost.',
    shows: [
      ['text, email, url, number, search, textarea, checkbox', 'autofill with change only', 'value, data'],
      ['text, email, url, number, search, textarea, checkbox', 'autofill without an event', 'value, data'],
      [
        'text, email, url, number, search, textarea, checkbox',
        'autofill without an event, then another attribute changes',
        'value, displayed, validity.valid, validity.valueMissing, message, data',
      ],
      [
        'text, email, url, number, search, textarea, checkbox',
        'autofill without an event, then the form is submitted',
        'value, displayed, validity.valid, validity.valueMissing, message, data, events, submissions',
      ],
    ],
  },
  {
    point: 8,
    says: 'What the browser restores becomes the initial value, or is lost.',
    shows: [
      ['radio', 'restore what the person changed', 'value, displayed, data'],
      [
        'text, number, textarea, select, checkbox, switch',
        'restore what the person changed, then reset',
        'value, displayed, data',
      ],
      [
        'radio',
        'restore what the person changed, then reset',
        'value after restore, displayed after restore, data after restore',
      ],
      [
        'text, number, textarea',
        'restore over an initial value, then reset',
        'value, displayed, data, value after restore, displayed after restore, data after restore',
      ],
      ['select', 'restore over an initial value, then reset', 'value, displayed, data'],
      [
        'radio',
        'restore over an initial value, then reset',
        'value after restore, displayed after restore, data after restore',
      ],
      ['text, textarea, number', 'restore what is not autocompleted', 'value, displayed, data'],
    ],
  },
  {
    point: 9,
    says: 'A haiilo-button has no formnovalidate.',
    shows: [['submit', 'formnovalidate, and something is missing', 'events, submissions, focus']],
  },
  {
    point: 9,
    says: 'A haiilo-button is not the submitter, and its value is not sent.',
    shows: [
      ['submit', 'a click', 'submissions, composed.submit'],
      ['submit', 'two clicks', 'submissions, composed.submit'],
      ['submit', 'a script clicks', 'submissions, composed.submit'],
      ['submit', 'a script clicks, and a value changes after it', 'submissions, composed.submit'],
      ['submit', 'has a name and a value', 'submissions, composed.submit'],
      ['submit', 'has no name', 'submissions, composed.submit'],
      ['submit', 'Enter on it', 'submissions, composed.submit'],
      ['submit', 'Space on it', 'submissions, composed.submit'],
      ['submit', 'belongs to a form elsewhere by form=', 'submissions, composed.submit'],
      [
        'submit',
        'formaction and formmethod',
        'submissions, composed.submit, note.formaction, note.formmethod, note.formtarget',
      ],
      ['submit', 'a label in the page', 'submissions, composed.submit'],
    ],
  },
  {
    point: 9,
    says: 'An Enter that ends a composition submits the form.',
    shows: [['text, email, url, number, search', 'Enter that ends a composition', 'events, submissions']],
  },
  {
    point: 9,
    says: 'An image is not found as submit button.',
    shows: [
      [
        'text, email, url, number, search',
        'Enter with an image as submit button',
        'events, submissions, composed.submit',
      ],
    ],
  },
  {
    point: 9,
    says: 'Enter in a native input does not find a haiilo-button.',
    shows: [
      ['submit', 'Enter in a native input next to it', 'events, submissions, composed.submit'],
      ['submit', 'Enter in a native input, and it is not the only one', 'events, submissions'],
      ['submit', 'Enter in a native input while it is disabled', 'events, submissions'],
      ['submit', 'Enter in a native input, with a native button after it', 'events, submissions'],
    ],
  },
  {
    point: 9,
    says: 'Enter on a checkbox, a switch or a radio button does not submit the form.',
    shows: [['checkbox, switch, radio', 'Enter', 'events, submissions']],
  },
  {
    point: 9,
    says: 'Enter submits a form with two fields and no submit button.',
    shows: [
      ['text, email, url, number, search', 'Enter with two text fields and no submit button', 'events, submissions'],
      [
        'text, email, url, number, search',
        'Enter with two fields of the same kind and no submit button',
        'events, submissions',
      ],
    ],
  },
  {
    point: 9,
    says: 'Enter submits before change is told.',
    shows: [
      ['text, email, url, number, search', 'Enter with a submit button', 'events'],
      ['text, email, url, number, search', 'Enter twice, without a change in between', 'events'],
      ['text, email, url, number, search', 'Enter without a submit button', 'events'],
      ['text, email, url, number, search', 'Enter with a submit button outside of the form', 'events'],
      ['text, email, url, number, search', 'Enter with what is not valid', 'events'],
      ['text, number', 'sends a form elsewhere by Enter', 'events'],
    ],
  },
  {
    point: 9,
    says: 'Enter submits though a listener of the page prevents it.',
    shows: [['text, email, url, number, search', 'Enter that a listener prevents', 'events, submissions']],
  },
  {
    point: 9,
    says: 'formmethod=dialog and method=DIALOG do not close a dialog.',
    shows: [
      [
        'dialog',
        'method=DIALOG',
        'events, note.open, note.returnValue, focus, spoken.role, spoken.name, spoken.description',
      ],
      [
        'dialog',
        'formmethod=dialog',
        'events, note.open, note.returnValue, focus, spoken.role, spoken.name, spoken.description',
      ],
      [
        'dialog',
        'formmethod=DIALOG',
        'events, note.open, note.returnValue, focus, spoken.role, spoken.name, spoken.description',
      ],
      ['dialog', 'formmethod=post in method=dialog', 'events'],
    ],
  },
  {
    point: 10,
    says: 'A button does not take its name and description from the page.',
    shows: [
      ['submit, reset', 'aria-label', 'spoken.name'],
      ['submit, reset', 'aria-labelledby and aria-describedby', 'spoken.name, spoken.description'],
      ['submit, reset', 'a label in the page', 'spoken.name'],
    ],
  },
  {
    point: 10,
    says: 'Spaces around an address are not taken away.',
    shows: [['url', 'type spaces around an address', 'validity.typeMismatch, validity.valid, message']],
  },
  {
    point: 10,
    says: 'The accessible name does not follow the labels of the page.',
    shows: [
      ['text, number, textarea, select, checkbox, switch', 'the text of the label changes', 'spoken.name'],
      ['text, number, textarea, select, checkbox, switch', 'the text node of the label changes', 'spoken.name'],
      ['text, number, textarea, select, checkbox, switch', 'the label comes later', 'spoken.name'],
      ['text, number, textarea, select, checkbox, switch', 'the label goes', 'spoken.name'],
      ['select', 'the label is around it', 'spoken.name'],
      ['text, number, textarea, select, radio, checkbox, switch', 'aria-labelledby', 'spoken.name'],
      [
        'text, number, textarea, select, checkbox, switch',
        'aria-labelledby next to a label, and its text changes',
        'spoken.name',
      ],
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
    shows: [
      [
        'text, email, url, search, textarea',
        'a script sets a value that has to be sanitised',
        'value, data, value at once, data at once',
      ],
      ['text, email, url, search', 'an attribute holds a value that has to be sanitised', 'value, data'],
      [
        'text, email, url, search',
        'the type changes',
        'value, displayed, data, value as a number, data as a number, message as a number',
      ],
    ],
  },
  {
    point: 10,
    says: 'aria-describedby of the host describes nothing.',
    shows: [
      ['text, number, textarea, select, radio, checkbox, switch', 'aria-describedby', 'spoken.description'],
      [
        'text, number, textarea, select, radio, checkbox, switch',
        'aria-describedby comes later, and its text changes',
        'spoken.description',
      ],
    ],
  },
  {
    point: 10,
    says: 'autofocus has no effect.',
    shows: [
      ['text, number, textarea, select, radio, checkbox, switch', 'autofocus in the markup of the page', 'focus'],
    ],
  },
]
