import { printable } from '@haiilo-kit/core/token'
import { manifestRules, type Finding, type RuleId } from '@haiilo-kit/manifest'
import { pathToFileURL } from 'node:url'
import type { Location, Log, Notification, Region, ReportingDescriptor, Result, Run } from 'sarif'
import type { CommandContext } from '../context.js'
import { deploymentChecks, type CheckId } from '../doctor/catalogue.js'
import { checkPage, rulePage } from '../help-page.js'
import type { Source } from '../sources/source.js'
import { isDeploymentFinding, isUnreadable, type ReportedFinding } from '../validate/report.js'
import { readVersion } from '../version.js'
import type { CreateFormat } from './format.js'
import { pathInRepository } from './path-in-repository.js'

/** Creates the format SARIF 2.1.0, for services that collect the findings of many tools. */
export const createSarifFormat: CreateFormat = (context, { subject }) => {
  const results: Result[] = []
  const problems: Notification[] = []
  return {
    add(report) {
      const uri = uriOf(report.source, context)
      if (isUnreadable(report)) problems.push(createNotification(uri, report.problem))
      else results.push(...report.findings.map((finding) => createResult(uri, report.source, finding)))
    },
    end: () => context.stdout.json(createLog(results, problems, subject === 'manifest' ? MANIFEST_RULE_IDS : RULE_IDS)),
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

function createResult(uri: string, source: Source, finding: ReportedFinding): Result {
  const { rule, severity, message } = finding
  const isDeployed = isDeploymentFinding(finding)
  return {
    ruleId: rule,
    ruleIndex: RULE_IDS.indexOf(rule),
    level: severity,
    message: { text: printable(isDeployed ? `${message} ${finding.fix}` : message) },
    locations: [
      isDeployed
        ? { physicalLocation: { artifactLocation: { uri: finding.url } } }
        : locationInManifest(uri, source, finding),
    ],
  }
}

function locationInManifest(uri: string, source: Source, finding: Finding): Location {
  const { pointer } = finding
  return {
    physicalLocation: { artifactLocation: { uri }, ...(source.kind !== 'module' && { region: regionOf(finding) }) },
    ...(pointer !== '' && { logicalLocations: [{ fullyQualifiedName: pointer }] }),
  }
}

function regionOf({ line, column, endLine, endColumn }: Finding): Region {
  return { startLine: line, startColumn: column, endLine, endColumn }
}

function createLog(results: Result[], problems: Notification[], ids: readonly (CheckId | RuleId)[]): Log {
  const run: Run = {
    tool: { driver: { name: 'haiilo-kit', version: readVersion(), rules: ids.map(describeRule) } },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: problems.length === 0, toolExecutionNotifications: problems }],
    results,
  }
  return { version: '2.1.0', $schema: SCHEMA, runs: [run] }
}

function describeRule(id: CheckId | RuleId): ReportingDescriptor {
  const { severity, summary } = RULES[id]
  const page = isCheck(id) ? checkPage(id) : rulePage(id)
  return {
    id,
    shortDescription: { text: summary },
    help: { text: `${summary} What to do: ${page}` },
    // a path inside the package is not a URI
    ...(URL.canParse(page) && { helpUri: page }),
    defaultConfiguration: { level: severity },
  }
}

function isCheck(id: CheckId | RuleId): id is CheckId {
  return id in deploymentChecks
}

const RULES = { ...manifestRules, ...deploymentChecks }
// the type of Object.keys allows for further keys
const MANIFEST_RULE_IDS = Object.keys(manifestRules) as readonly RuleId[]
// the rules of manifests come first, so their index is the same in both lists
const RULE_IDS = Object.keys(RULES) as readonly (CheckId | RuleId)[]
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
