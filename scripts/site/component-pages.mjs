// Writes a page for each component from custom-elements.json: what it is, and its attributes, properties, methods, events, slots, parts and
// custom properties. The live examples are in Storybook.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readJson, root } from '../lib/commands.mjs'

/** The pages: `{ source, address, markdown }`. `storyAddress` finds the live examples. */
export function componentPages(storyAddress) {
  const { modules } = readJson(join(root, 'packages/ui/custom-elements.json'))
  return modules
    .flatMap(({ declarations }) => declarations ?? [])
    .filter(({ tagName }) => tagName)
    .toSorted((a, b) => a.tagName.localeCompare(b.tagName, 'en'))
    .map((component) => {
      const name = component.tagName.replace('haiilo-', '')
      const stories = storyAddress(`components-${name}`)
      return {
        // the links of the notes are relative to it
        source: notesFile(name),
        address: `components/${name}.html`,
        markdown: pageOf(component, name, stories && `../${stories}`),
      }
    })
}

function pageOf({ tagName, description = '', ...component }, name, stories) {
  const fields = (component.members ?? []).filter(({ kind, privacy }) => kind === 'field' && privacy === 'public')
  const methods = (component.members ?? []).filter(({ kind, privacy }) => kind === 'method' && privacy === 'public')
  return [
    `# \`<${tagName}>\``,
    description,
    stories && `[Live examples in Storybook](${stories})`,
    table('Properties', fields, ['Property', 'Attribute', 'Type', 'Default', 'Description'], (field) => [
      code(field.name),
      code(field.attribute),
      code(field.type?.text),
      code(field.default),
      field.description,
    ]),
    table('Methods', methods, ['Method', 'Returns', 'Description'], (method) => [
      code(`${method.name}(${(method.parameters ?? []).map((each) => each.name).join(', ')})`),
      code(method.return?.type?.text),
      method.description,
    ]),
    table('Events', component.events, ['Event', 'Type', 'Description'], (event) => [
      code(event.name),
      code(event.type?.text),
      event.description,
    ]),
    table('Slots', component.slots, ['Slot', 'Description'], (slot) => [
      code(slot.name || '(default)'),
      slot.description,
    ]),
    table('Parts', component.cssParts, ['Part', 'Description'], (part) => [code(part.name), part.description]),
    table('Custom properties', component.cssProperties, ['Property', 'Description'], (property) => [
      code(property.name),
      property.description,
    ]),
    notesOf(name),
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** The notes that the component's page in Storybook shows, too: keyboard, accessibility, what to do and what not. */
function notesOf(name) {
  const file = join(root, notesFile(name))
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

function notesFile(name) {
  return `stories/src/components/notes/${name}.md`
}

function table(title, rows = [], heads, cellsOf) {
  if (rows.length === 0) return ''
  const lines = [heads, heads.map(() => '---'), ...rows.map(cellsOf)].map(
    (cells) => `| ${cells.map(cell).join(' | ')} |`,
  )
  return `## ${title}\n\n${lines.join('\n')}`
}

function cell(text = '') {
  return text.replaceAll(/\s*\n\s*/g, ' ').replaceAll(/(?<!\\)\|/g, '\\|')
}

function code(text) {
  return text ? `\`${text}\`` : ''
}
