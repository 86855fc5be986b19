/** The kind of text that a text field accepts. `textarea` is a text of several lines. */
export type TextFieldType = 'text' | 'email' | 'url' | 'search' | 'number' | 'textarea'
