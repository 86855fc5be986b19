import type { Language } from '@haiilo-kit/example-lunch/texts'

interface BackEndTexts {
  readonly title: string
  readonly whoAmI: string
  readonly notify: string
  readonly asking: string
  readonly verified: (userId: string) => string
  readonly notified: string
  readonly notInstalled: string
  readonly refused: (status: number) => string
  readonly noBackEnd: string
}

/** Returns the texts about the back end in a language. */
export function backEndTextsFor(language: Language): BackEndTexts {
  return language === 'de' ? de : en
}

const en: BackEndTexts = {
  title: 'Back end',
  whoAmI: 'Who am I?',
  notify: 'Notify me',
  asking: 'Asking the back end…',
  verified: (userId) => `The back end has verified you: ${userId}.`,
  notified: 'The notification was sent.',
  notInstalled: 'The back end does not know this tenant. Install the plug-in: tab “Back end” of the sandbox.',
  refused: (status) => `The back end refused the request (${status}). Has it got API access?`,
  noBackEnd: 'No back end is running. `npm start` starts one.',
}

const de: BackEndTexts = {
  title: 'Back-End',
  whoAmI: 'Wer bin ich?',
  notify: 'Benachrichtige mich',
  asking: 'Das Back-End wird gefragt…',
  verified: (userId) => `Das Back-End hat dich erkannt: ${userId}.`,
  notified: 'Die Benachrichtigung wurde verschickt.',
  notInstalled: 'Das Back-End kennt diesen Tenant nicht. Installiere das Plug-in: Reiter „Back end“ der Sandbox.',
  refused: (status) => `Das Back-End hat abgelehnt (${status}). Hat es Zugang zur API?`,
  noBackEnd: 'Es läuft kein Back-End. `npm start` startet eines.',
}
