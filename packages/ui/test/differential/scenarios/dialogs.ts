import { until, type Stage } from '../stage.js'
import { OUTSIDE, type Scenario } from './scenario.js'

const dialog = ['dialog'] as const
const page = (control: string): string => OUTSIDE + control
const FORM = (attributes: string, button = '<button id="go" value="yes">Yes</button>'): string =>
  `<form id="form" ${attributes}><input id="dish" name="dish">${button}</form>`

/** Both kinds of dialog have these members. Only the method that opens them differs. */
const dialogOf = ({ field }: Stage): HTMLDialogElement => field.element as HTMLDialogElement

async function show(stage: Stage): Promise<void> {
  const shown = dialogOf(stage)
  stage.find('outside').focus()
  if (stage.side === 'native') shown.showModal()
  else shown.show()
  await waitUntilOpen(stage)
}

async function waitUntilOpen({ field, settle }: Stage): Promise<void> {
  await until(() => field.inner.matches('[open]'))
  await settle()
}

function noteState(stage: Stage): void {
  const { open, returnValue } = dialogOf(stage)
  stage.note('open', open)
  stage.note('returnValue', returnValue)
}

function noteFocus({ note, page }: Stage): void {
  note('focused', page.activeElement?.id)
}

function scenario(name: string, content: string, act: (stage: Stage) => unknown, attributes = {}): Scenario {
  return {
    name,
    kinds: dialog,
    page,
    content,
    attributes,
    act: async (stage) => {
      await show(stage)
      await act(stage)
      await stage.settle()
      noteState(stage)
    },
  }
}

function bubbling(type: string): Scenario {
  return scenario(`a ${type} event that bubbles from inside`, '<p id="inside">Text</p>', ({ find }) => {
    find('inside').dispatchEvent(new Event(type, { bubbles: true, cancelable: true }))
  })
}

/** A modal dialog: how it opens and closes, and its return value. */
export const dialogs: readonly Scenario[] = [
  scenario('opens', '<p>Text</p>', () => undefined),
  scenario('focuses the element with autofocus', '<input id="a"><input id="b" autofocus>', noteFocus),
  scenario('focuses its first field', '<input id="a"><input id="b">', noteFocus),
  scenario(
    'focuses an element with a negative tabindex',
    '<p id="text" tabindex="-1">Text</p><input id="a" tabindex="-1"><input id="b">',
    noteFocus,
  ),
  scenario('Escape', '<p>Text</p>', ({ press }) => press('Escape')),
  scenario('Escape that a listener prevents', '<p>Text</p>', async ({ field, press }) => {
    field.element.addEventListener('cancel', (event) => event.preventDefault())
    await press('Escape')
  }),
  scenario('close()', '<p>Text</p>', (stage) => dialogOf(stage).close()),
  scenario('close("yes")', '<p>Text</p>', (stage) => dialogOf(stage).close('yes')),
  scenario('close("yes"), opened again and cancelled', '<p>Text</p>', async (stage) => {
    dialogOf(stage).close('yes')
    await stage.settle()
    await show(stage)
    await stage.press('Escape')
  }),
  scenario('close("yes"), opened again and closed without a value', '<p>Text</p>', async (stage) => {
    dialogOf(stage).close('yes')
    await stage.settle()
    await show(stage)
    stage.note('returnValue while it is open', dialogOf(stage).returnValue)
    dialogOf(stage).close()
  }),
  scenario('a script sets returnValue', '<p>Text</p>', (stage) => {
    const shown = dialogOf(stage)
    shown.returnValue = 'yes'
    shown.close()
    shown.close('after it is closed')
  }),
  scenario('close() in a listener of close', '<p>Text</p>', (stage) => {
    const shown = dialogOf(stage)
    shown.addEventListener('close', () => shown.close('again'))
    shown.close('once')
  }),
  scenario('is removed from the page', '<p>Text</p>', async (stage) => {
    const { element } = stage.field
    element.remove()
    await stage.settle()
    stage.place.append(element)
  }),
  ...(
    [
      ['method=dialog', 'method="dialog"', undefined],
      ['method=DIALOG', 'method="DIALOG"', undefined],
      ['formmethod=dialog', '', '<button id="go" value="yes" formmethod="dialog">Yes</button>'],
      ['formmethod=DIALOG', '', '<button id="go" value="yes" formmethod="DIALOG">Yes</button>'],
      ['formmethod=post in method=dialog', 'method="dialog"', '<button id="go" formmethod="post">Yes</button>'],
      ['formmethod=no in method=dialog', 'method="dialog"', '<button id="go" formmethod="no">Yes</button>'],
      ['method=dialog, a button without a value', 'method="dialog"', '<button id="go">Yes</button>'],
      ['method=dialog, an input as button', 'method="dialog"', '<input id="go" type="submit" value="yes">'],
    ] as const
  ).map(([name, form, button]) => scenario(name, FORM(form, button), async ({ click, find }) => click(find('go')))),
  scenario('method=dialog and Enter', FORM('method="dialog"'), async ({ find, press }) => {
    find('dish').focus()
    await press('Enter')
  }),
  scenario(
    'method=dialog, a button without a value after an answer',
    FORM('method="dialog"', '<button id="go">Yes</button>'),
    async (stage) => {
      dialogOf(stage).returnValue = 'before'
      await stage.click(stage.find('go'))
    },
  ),
  scenario(
    'method=dialog in a nested dialog',
    `<dialog id="inner">${FORM('method="dialog"')}</dialog>`,
    async ({ click, find }) => {
      ;(find('inner') as HTMLDialogElement).showModal()
      await click(find('go'))
    },
  ),
  scenario('method=dialog, closed by a script', FORM('method="dialog"'), ({ find }) => {
    ;(find('form') as HTMLFormElement).requestSubmit()
  }),
  scenario('method=dialog, form.submit()', FORM('method="dialog"'), ({ find }) => {
    ;(find('form') as HTMLFormElement).submit()
  }),
  scenario('method=dialog that a listener prevents', FORM('method="dialog"'), async ({ find, click }) => {
    find('form').addEventListener('submit', (event) => event.preventDefault())
    await click(find('go'))
  }),
  scenario(
    'method=dialog, a required value is missing',
    '<form id="form" method="dialog"><input id="dish" required><button id="go" value="yes">Yes</button></form>',
    async ({ click, find }) => click(find('go')),
  ),
  ...['cancel', 'close', 'change', 'toggle'].map(bubbling),
  {
    name: 'is open in the markup',
    kinds: dialog,
    page,
    content: '<p id="inside">Text</p>',
    attributes: { open: '' },
    act: async (stage) => {
      await waitUntilOpen(stage)
      noteState(stage)
    },
  },
]
