// Generated from en.json and de.json by scripts/generate/ui.mjs. Do not edit.
import type { KitText } from './languages.js'

export const optional: KitText = { key: 'optional', en: '(optional)', de: '(optional)' }
export const missing: KitText = { key: 'missing', en: 'Fill in this field.', de: 'Bitte füllen Sie dieses Feld aus.' }
export const missingChoice: KitText = {
  key: 'missingChoice',
  en: 'Choose one of these.',
  de: 'Bitte wählen Sie eine Möglichkeit.',
}
export const missingTick: KitText = {
  key: 'missingTick',
  en: 'Tick this box to go on.',
  de: 'Bitte haken Sie dieses Kästchen an, um fortzufahren.',
}
export const missingSwitch: KitText = {
  key: 'missingSwitch',
  en: 'Switch this on to go on.',
  de: 'Bitte schalten Sie dies ein, um fortzufahren.',
}
export const tooShort: KitText = {
  key: 'tooShort',
  en: { one: 'Write at least {count} character.', other: 'Write at least {count} characters.' },
  de: {
    one: 'Bitte geben Sie mindestens {count} Zeichen ein.',
    other: 'Bitte geben Sie mindestens {count} Zeichen ein.',
  },
}
export const tooLong: KitText = {
  key: 'tooLong',
  en: { one: 'Write at most {count} character.', other: 'Write at most {count} characters.' },
  de: {
    one: 'Bitte geben Sie höchstens {count} Zeichen ein.',
    other: 'Bitte geben Sie höchstens {count} Zeichen ein.',
  },
}
export const tooSmall: KitText = {
  key: 'tooSmall',
  en: 'Enter {limit} or more.',
  de: 'Bitte geben Sie {limit} oder mehr ein.',
}
export const tooLarge: KitText = {
  key: 'tooLarge',
  en: 'Enter {limit} or less.',
  de: 'Bitte geben Sie {limit} oder weniger ein.',
}
export const wrongStep: KitText = {
  key: 'wrongStep',
  en: 'Enter a multiple of {step}.',
  de: 'Bitte geben Sie ein Vielfaches von {step} ein.',
}
export const noNumber: KitText = { key: 'noNumber', en: 'Enter a number.', de: 'Bitte geben Sie eine Zahl ein.' }
export const tooExact: KitText = {
  key: 'tooExact',
  en: 'Enter a number with fewer digits.',
  de: 'Bitte geben Sie eine Zahl mit weniger Ziffern ein.',
}
export const noEmail: KitText = {
  key: 'noEmail',
  en: 'Enter an e-mail address, such as name@example.com.',
  de: 'Bitte geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.',
}
export const noUrl: KitText = {
  key: 'noUrl',
  en: 'Enter a web address that starts with https://.',
  de: 'Bitte geben Sie eine Webadresse ein, die mit https:// beginnt.',
}
export const wrongPattern: KitText = {
  key: 'wrongPattern',
  en: 'This does not have the right form.',
  de: 'Die Eingabe hat nicht die richtige Form.',
}
export const choose: KitText = { key: 'choose', en: 'Choose…', de: 'Bitte wählen …' }
export const noOptions: KitText = { key: 'noOptions', en: 'Nothing to choose from', de: 'Nichts zur Auswahl' }
export const loading: KitText = { key: 'loading', en: 'Loading…', de: 'Wird geladen …' }
export const close: KitText = { key: 'close', en: 'Close', de: 'Schließen' }
export const info: KitText = { key: 'info', en: 'Information', de: 'Hinweis' }
export const success: KitText = { key: 'success', en: 'Success', de: 'Erfolg' }
export const warning: KitText = { key: 'warning', en: 'Warning', de: 'Warnung' }
export const danger: KitText = { key: 'danger', en: 'Error', de: 'Fehler' }
export const connecting: KitText = {
  key: 'connecting',
  en: 'Connecting to Haiilo…',
  de: 'Verbindung zu Haiilo wird aufgebaut …',
}
export const failed: KitText = { key: 'failed', en: 'This cannot be shown', de: 'Das kann nicht angezeigt werden' }
export const closed: KitText = { key: 'closed', en: 'The connection has ended', de: 'Die Verbindung ist beendet' }
export const retry: KitText = { key: 'retry', en: 'Try again', de: 'Erneut versuchen' }
export const help: KitText = { key: 'help', en: 'What does {code} mean?', de: 'Was bedeutet {code}?' }
export const remedyReload: KitText = {
  key: 'remedyReload',
  en: 'Try again, or load the page again.',
  de: 'Versuchen Sie es erneut oder laden Sie die Seite neu.',
}
export const formSource: KitText = {
  key: 'formSource',
  en: 'The settings cannot be shown, because the plug-in does not declare them correctly.',
  de: 'Die Einstellungen können nicht angezeigt werden, weil das Plug-in sie nicht richtig beschreibt.',
}
export const formHost: KitText = {
  key: 'formHost',
  en: 'The settings cannot be shown, because the plug-in has connected the form, but not as a settings page.',
  de: 'Die Einstellungen können nicht angezeigt werden, weil das Plug-in das Formular nicht als Einstellungsseite verbunden hat.',
}
export const formFields: KitText = {
  key: 'formFields',
  en: 'The settings cannot be shown, because the plug-in has given the form no fields.',
  de: 'Die Einstellungen können nicht angezeigt werden, weil das Plug-in dem Formular keine Felder gegeben hat.',
}
export const formLeftOut: KitText = {
  key: 'formLeftOut',
  en: {
    one: '{count} setting is not declared correctly and is left out.',
    other: '{count} settings are not declared correctly and are left out.',
  },
  de: {
    one: '{count} Einstellung ist nicht richtig beschrieben und fehlt hier.',
    other: '{count} Einstellungen sind nicht richtig beschrieben und fehlen hier.',
  },
}
export const formProblems: KitText = {
  key: 'formProblems',
  en: { one: '{count} setting needs your attention', other: '{count} settings need your attention' },
  de: {
    one: '{count} Einstellung braucht Ihre Aufmerksamkeit',
    other: '{count} Einstellungen brauchen Ihre Aufmerksamkeit',
  },
}
export const formEmpty: KitText = {
  key: 'formEmpty',
  en: 'There is nothing to set.',
  de: 'Hier gibt es nichts einzustellen.',
}
export const formChecking: KitText = {
  key: 'formChecking',
  en: 'Checking the settings…',
  de: 'Die Einstellungen werden geprüft …',
}
export const formCheckFailed: KitText = {
  key: 'formCheckFailed',
  en: 'The settings could not be checked. Try again.',
  de: 'Die Einstellungen konnten nicht geprüft werden. Versuchen Sie es erneut.',
}
export const storedUnfit: KitText = {
  key: 'storedUnfit',
  en: 'What was stored here before does not fit any more.',
  de: 'Was hier gespeichert war, passt nicht mehr.',
}
