import { metrics, SpanKind, SpanStatusCode, trace, type Attributes } from '@opentelemetry/api'
import { refusalOf } from '../errors.js'

const SCOPE = '@haiilo-kit/server'

/** Spans and counters of OpenTelemetry. Without an SDK in the application, they do nothing. */
export interface Telemetry {
  /** Runs an action in a span. Records the code of a failure, but no text of it. */
  readonly span: <T>(name: string, attributes: Attributes, action: () => Promise<T>, kind?: SpanKind) => Promise<T>
  /** Counts an event by name and outcome. */
  readonly countEvent: (event: string, outcome: string) => void
  /** Counts a token of a user by outcome: `known`, `verified`, or a code. */
  readonly countToken: (outcome: string) => void
  /** Counts a request to the API of a tenant by kind and outcome. */
  readonly countApi: (kind: string, outcome: string) => void
}

/** The providers are read now, so register the SDK before. */
export function createTelemetry(): Telemetry {
  const tracer = trace.getTracer(SCOPE)
  const meter = metrics.getMeter(SCOPE)
  const events = meter.createCounter('haiilo.events', { description: 'Lifecycle events by outcome' })
  const tokens = meter.createCounter('haiilo.tokens', { description: 'Tokens of users by outcome' })
  const requests = meter.createCounter('haiilo.api.requests', {
    description: 'Requests to the API of tenants by outcome',
  })
  return {
    span: (name, attributes, action, kind = SpanKind.INTERNAL) =>
      tracer.startActiveSpan(name, { attributes, kind }, async (span) => {
        try {
          return await action()
        } catch (error) {
          const { code } = refusalOf(error)
          span.setAttribute('error.type', code)
          span.setStatus({ code: SpanStatusCode.ERROR, message: code })
          throw error
        } finally {
          span.end()
        }
      }),
    countEvent: (event, outcome) => events.add(1, { event, outcome }),
    countToken: (outcome) => tokens.add(1, { outcome }),
    countApi: (kind, outcome) => requests.add(1, { kind, outcome }),
  }
}
