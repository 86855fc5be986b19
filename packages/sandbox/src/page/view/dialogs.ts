import '@haiilo-kit/ui/alert'
import '@haiilo-kit/ui/button'
import '@haiilo-kit/ui/config-form'
import '@haiilo-kit/ui/dialog'
import '@haiilo-kit/ui/switch'
import '@haiilo-kit/ui/text-field'
import type { HaiiloConfigForm } from '@haiilo-kit/ui/config-form'
import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { SandboxSetup, SetupUser } from '../../contract/setup.js'
import { LIMITS, allUsers } from '../../setup/index.js'
import type { ShownEntryPoint } from '../state/entry-points.js'
import type { Shortcut } from './shortcuts.js'

/** Asks which entry point a new widget shows. */
export function addWidgetDialog(
  isOpen: boolean,
  entryPoints: readonly ShownEntryPoint[],
  { add, close }: { readonly add: (entryPoint: ShownEntryPoint) => void; readonly close: () => void },
): TemplateResult {
  return html`<haiilo-dialog heading="Add a widget" size="s" .open=${live(isOpen)} @close=${close}>
    <div class="choices">
      ${entryPoints.map(
        (entryPoint) =>
          html`<haiilo-button @click=${() => add(entryPoint)}>${entryPoint.name}</haiilo-button>
            ${entryPoint.description ? html`<p class="quiet">${entryPoint.description}</p>` : nothing}`,
      )}
    </div>
  </haiilo-dialog>`
}

/** Lists the shortcuts, and turns them on and off. */
export function shortcutsDialog(
  isOpen: boolean,
  shortcuts: readonly Shortcut[],
  options: { readonly on: boolean; readonly setOn: (on: boolean) => void; readonly close: () => void },
): TemplateResult {
  return html`<haiilo-dialog heading="Keyboard shortcuts" size="s" .open=${live(isOpen)} @close=${options.close}>
    <dl class="keys">
      ${shortcuts.map(
        ({ key, label }) =>
          html`<dt><kbd>${key}</kbd></dt>
            <dd>${label}</dd>`,
      )}
    </dl>
    <p class="quiet">They work while the focus is on this page, and not in a plug-in or a field.</p>
    <haiilo-switch
      label="Use keyboard shortcuts"
      .checked=${live(options.on)}
      @change=${({ currentTarget }: Event) =>
        options.setOn((currentTarget as HTMLElementTagNameMap['haiilo-switch']).checked)}
    ></haiilo-switch>
  </haiilo-dialog>`
}

/** Lists the users, and adds and removes those of the set-up. */
export function usersDialog(
  isOpen: boolean,
  setup: Pick<SandboxSetup, 'users'>,
  actions: {
    readonly add: (user: SetupUser) => void
    readonly remove: (userId: string) => void
    readonly close: () => void
  },
): TemplateResult {
  const own = new Set(setup.users.map(({ userId }) => userId))
  const isFull = setup.users.length >= LIMITS.users

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const id = form.querySelector<HTMLElementTagNameMap['haiilo-text-field']>('[name=userId]')
    const data = new FormData(form)
    const text = (name: string): string => {
      const value = data.get(name)
      return typeof value === 'string' ? value.trim() : ''
    }
    const user = {
      userId: text('userId'),
      userName: text('userName'),
      userEmail: text('userEmail'),
      userLanguage: text('userLanguage'),
    }
    const isTaken = allUsers(setup).some(({ userId }) => userId === user.userId)
    id?.setCustomValidity(isTaken ? 'Another user has this id.' : '')
    if (!form.reportValidity()) return
    actions.add(user)
    form.reset()
  }

  return html`<haiilo-dialog heading="Users" .open=${live(isOpen)} @close=${actions.close}>
    <ul class="users">
      ${allUsers(setup).map(
        ({ userId, userName, userEmail, userLanguage }) =>
          html`<li>
            <haiilo-user
              size="s"
              name=${userName || userId}
              detail=${[userId, userEmail, userLanguage].filter(Boolean).join(' · ')}
            ></haiilo-user>
            ${
              own.has(userId)
                ? html`<haiilo-button @click=${() => actions.remove(userId)}
                    >Remove ${userName || userId}</haiilo-button
                  >`
                : nothing
            }
          </li>`,
      )}
    </ul>
    ${
      isFull
        ? html`<p class="quiet">
            There are ${LIMITS.users} users in addition to the presets. Remove one to add another.
          </p>`
        : html`<form class="stack" novalidate aria-label="New user" @submit=${submit}>
            ${USER_FIELDS.map(
              ({ name, label, hint, required, pattern }) =>
                html`<haiilo-text-field
                  name=${name}
                  label=${label}
                  hint=${hint}
                  ?required=${required}
                  .maxLength=${LIMITS.text}
                  .pattern=${pattern}
                ></haiilo-text-field>`,
            )}
            <div class="row"><haiilo-button type="submit">Add user</haiilo-button></div>
          </form>`
    }
  </haiilo-dialog>`
}

const USER_FIELDS = [
  { name: 'userName', label: 'Name', hint: '', required: true, pattern: undefined },
  { name: 'userId', label: 'User id', hint: '', required: true, pattern: undefined },
  { name: 'userEmail', label: 'E-mail', hint: '', required: false, pattern: undefined },
  {
    name: 'userLanguage',
    label: 'Language',
    hint: 'A language tag, such as en or de-CH.',
    required: true,
    pattern: '[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*',
  },
] as const

export interface FormDialogOptions {
  readonly heading: string
  /** `undefined` while it is closed. */
  readonly fields: readonly object[] | undefined
  readonly stored: Readonly<Record<string, unknown>>
  readonly language: string
  readonly save: (values: Readonly<Record<string, unknown>>) => void
  readonly close: () => void
}

/**
 * Reads the values of the form that is open.
 *
 * @returns `undefined` if a value is not valid. The form shows why.
 */
export async function formValues(root: ParentNode): Promise<Readonly<Record<string, unknown>> | undefined> {
  return (await root.querySelector<HaiiloConfigForm>('haiilo-config-form')?.save()) || undefined
}

/** A form that the host draws from fields of the manifest. It saves only valid values. */
export function formDialog({ heading, fields, stored, language, save, close }: FormDialogOptions): TemplateResult {
  async function submit({ currentTarget }: Event): Promise<void> {
    const dialog = (currentTarget as HTMLElement).parentElement
    const values = dialog && (await formValues(dialog))
    if (values) save(values)
  }
  return html`<haiilo-dialog heading=${heading} .open=${live(fields !== undefined)} @close=${close}>
    ${
      fields
        ? html`<haiilo-config-form lang=${language} unguarded .fields=${fields} .stored=${stored}></haiilo-config-form>`
        : nothing
    }
    <haiilo-button slot="actions" @click=${close}>Cancel</haiilo-button>
    <haiilo-button slot="actions" variant="primary" @click=${submit}>Save</haiilo-button>
  </haiilo-dialog>`
}
