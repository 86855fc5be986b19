import { printable } from '@haiilo-kit/core/token'
import { manifestRules, type Finding } from '@haiilo-kit/manifest'
import { pathToFileURL } from 'node:url'
import type { Log, Notification, Region, ReportingDescriptor, Result, Run } from 'sarif'
import type { CommandContext } from '../context.js'
import type { Source } from '../sources/source.js'
import { isUnreadable } from '../validate/report.js'
import { readVersion } from '../version.js'
import type { CreateFormat } from './format.js'
import { pathInRepository } from './path-in-repository.js'

/** Creates the format SARIF 2.1.0, for services that collect the findings of many tools. */
export const createSarifFormat: CreateFormat = (context) => {
  const results: Result[] = []
  const problems: Notification[] = []
  return {
    add(report) {
      const uri = uriOf(report.source, context)
      if (isUnreadable(report)) problems.push(createNotification(uri, report.problem))
      else results.push(...report.findings.map((finding) => createResult(uri, report.source, finding)))
    },
    end: () => context.stdout.json(createLog(results, problems)),
  }
}

function uriOf(source: Source, context: Pick<CommandContext, 'cwd' | 'env'>): string {
  if (source.kind === 'address') return source.name
  if (source.kind === 'stdin') return 'stdin'
  const path = pathInRepository(source.path, context)
  return path === undefined ? pathToFileURL(source.path).href : path.split('/').map(encodeURIComponent).join('/')
}

function createNotification(uri: string, text: string): Notification {
  return { level: 'error', message: { text }, locations: [{ physicalLocation: { artifactLocation: { uri } } }] }
}

function createResult(uri: string, source: Source, finding: Finding): Result {
  const { rule, severity, message, pointer } = finding
  return {
    ruleId: rule,
    ruleIndex: RULE_IDS.indexOf(rule),
    level: severity,
    message: { text: printable(message) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri }, ...(source.kind !== 'module' && { region: regionOf(finding) }) },
        ...(pointer !== '' && { logicalLocations: [{ fullyQualifiedName: pointer }] }),
      },
    ],
  }
}

function regionOf({ line, column, endLine, endColumn }: Finding): Region {
  return { startLine: line, startColumn: column, endLine, endColumn }
}

function createLog(results: Result[], problems: Notification[]): Log {
  const run: Run = {
    tool: { driver: { name: 'haiilo-kit', version: readVersion(), rules: RULE_IDS.map(describeRule) } },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: problems.length === 0, toolExecutionNotifications: problems }],
    results,
  }
  return { version: '2.1.0', $schema: SCHEMA, runs: [run] }
}

function describeRule(id: keyof typeof manifestRules): ReportingDescriptor {
  const { severity, summary } = manifestRules[id]
  const page = `@haiilo-kit/manifest/docs/rules/${id}.md`
  return {
    id,
    shortDescription: { text: summary },
    help: { text: `${summary} What to do: ${page}` },
    defaultConfiguration: { level: severity },
  }
}

// the type of Object.keys allows for further keys
const RULE_IDS = Object.keys(manifestRules) as readonly (keyof typeof manifestRules)[]
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
