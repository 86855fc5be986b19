import type { ReactNode } from 'react'

import { SiteMarkdown } from '../guides/site-markdown.js'
import { MANIFEST, type Described, type ElementDocs, type Member } from './elements.js'

/** The properties, events, methods, slots, parts and custom properties of a component, as tables. Empty ones are left out. */
export function ApiTables({ element, level }: { readonly element: ElementDocs; readonly level: 2 | 3 }): ReactNode {
  const { tagName, members, events, slots, cssParts, cssProperties } = element
  const properties = members.filter(({ kind }) => kind === 'field')
  const methods = members.filter(({ kind }) => kind === 'method')
  const tables = [
    {
      title: 'Properties and attributes',
      head: 'Property',
      rows: properties.map((each) => propertyRow(each, element)),
    },
    {
      title: 'Events',
      head: 'Event',
      rows: events.map((each) => ({ ...each, name: each.name, notes: [typeText(each)] })),
    },
    { title: 'Methods', head: 'Method', rows: methods.map(methodRow) },
    {
      title: 'Slots',
      head: 'Slot',
      rows: slots.map((each) => ({ ...each, name: each.name || '(content)', notes: [] })),
    },
    { title: 'Parts', head: 'Part', rows: cssParts.map((each) => ({ ...each, notes: [] })) },
    { title: 'Custom properties', head: 'Property', rows: cssProperties.map((each) => ({ ...each, notes: [] })) },
  ]
  const Heading = `h${level}` as const
  return tables
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, head, rows }) => (
      <section key={title}>
        <Heading id={`${tagName}-${title.toLowerCase().replaceAll(' ', '-')}`}>{title}</Heading>
        <Table head={head} rows={rows} />
      </section>
    ))
}

/** A row: a name with notes about it, and the description. */
interface Row extends Described {
  readonly notes: readonly (string | undefined)[]
}

function Table({ head, rows }: { readonly head: string; readonly rows: readonly Row[] }): ReactNode {
  return (
    <table className="component-table">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">Description</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, description, notes }) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>
              <SiteMarkdown from={MANIFEST}>
                {[description, ...notes.filter(Boolean)].filter(Boolean).join('\n\n')}
              </SiteMarkdown>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function propertyRow(member: Member, { attributes }: ElementDocs): Row {
  const attribute = attributes.find(({ fieldName }) => fieldName === member.name)
  const facts = [
    typeText(attribute ?? member),
    member.default === undefined ? undefined : `default ${inCode(member.default)}`,
    attribute && (attribute.name === member.name ? 'attribute' : `attribute ${inCode(attribute.name)}`),
    member.readonly && 'read only',
  ]
  return { ...member, notes: [facts.filter(Boolean).join(' · ')] }
}

function methodRow({ name, description, parameters = [] }: Member): Row {
  const described = parameters.filter((each) => each.description)
  const shown = parameters.filter(({ name: parameter }) => !parameter.includes('.'))
  return {
    name: `${name}(${shown.map((each) => `${each.name}${each.optional ? '?' : ''}`).join(', ')})`,
    description,
    notes: described.map((each) => `${inCode(each.name)}: ${each.description}`),
  }
}

function typeText({ type }: Pick<Member, 'type'>): string | undefined {
  return type && inCode(type.text.replace(/ \| undefined$/, ''))
}

function inCode(text: string): string {
  return `\`${text}\``
}
