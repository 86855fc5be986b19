import { metrics, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import * as sdk from '@opentelemetry/sdk-trace'
import { afterAll, expect, it } from 'vitest'
import { createApiScene, grant, message } from '../../test/api-scene.js'
import { createScene } from '../../test/scene.js'

const spans = new sdk.InMemorySpanExporter()
const tracerProvider = new sdk.TracerProvider({ spanProcessors: [new sdk.SimpleSpanProcessor({ exporter: spans })] })
trace.setGlobalTracerProvider(tracerProvider)
const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
const meterProvider = new MeterProvider({
  readers: [new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 })],
})
metrics.setGlobalMeterProvider(meterProvider)

afterAll(async () => {
  await Promise.all([tracerProvider.shutdown(), meterProvider.shutdown()])
  trace.disable()
  metrics.disable()
})

/** The name, the attributes and the value of each counter. */
async function readCounters(): Promise<readonly unknown[]> {
  await meterProvider.forceFlush()
  return exporter
    .getMetrics()
    .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics))
    .flatMap(({ descriptor, dataPoints }) =>
      dataPoints.map(({ attributes, value }) => [descriptor.name, Object.values(attributes).join(' '), value]),
    )
}

it('events and tokens are counted by outcome, and events are spans with the code of a failure', async () => {
  const { send, backend, tenant } = await createScene()
  await send('install')
  await send('install')
  await send('instance_add', {})
  const token = await tenant.sign()
  await backend.verifyPluginToken(token)
  await backend.verifyPluginToken(token)
  await backend.verifyPluginToken('none').catch(() => undefined)

  expect(await readCounters()).toEqual([
    ['haiilo.events', 'install handled', 1],
    ['haiilo.events', 'install repeated', 1],
    ['haiilo.events', 'instance_add ERR_EVENT_CLAIMS', 1],
    ['haiilo.tokens', 'verified', 1],
    ['haiilo.tokens', 'known', 1],
    ['haiilo.tokens', 'ERR_TOKEN_MALFORMED', 1],
  ])
  expect(spans.getFinishedSpans().map(({ name, attributes }) => [name, attributes])).toEqual([
    ['haiilo.event', { 'haiilo.event': 'install' }],
    ['haiilo.event', { 'haiilo.event': 'install' }],
    ['haiilo.event', { 'haiilo.event': 'instance_add', 'error.type': 'ERR_EVENT_CLAIMS' }],
  ])
  for (const { events, status } of spans.getFinishedSpans())
    expect([events, status.message ?? '']).toEqual([[], expect.not.stringContaining(' ')])
})

it('requests to the API are counted by outcome, and are spans with the code of a failure, without a token', async () => {
  const scene = await createApiScene()
  await grant(scene)
  spans.reset()
  exporter.reset()
  scene.clock.advance(300_000)
  await scene.api.notify({ ...message, message: 'secret text' })
  scene.tenant.setFault('api-refuses', 1)
  await scene.api.notify({ ...message, message: 'secret text' }).catch(() => undefined)
  scene.tenant.setFault('refresh-refused', 1)
  scene.clock.advance(300_000)
  await scene.api.notify(message).catch(() => undefined)

  const counters = (await readCounters()).filter((counter) => (counter as [string])[0] === 'haiilo.api.requests')
  expect(counters).toEqual([
    ['haiilo.api.requests', 'token redeemed', 1],
    ['haiilo.api.requests', 'token refreshed', 1],
    ['haiilo.api.requests', 'notify sent', 1],
    ['haiilo.api.requests', 'notify ERR_API_REFUSED', 1],
    ['haiilo.api.requests', 'token ERR_API_TOKEN', 1],
    ['haiilo.api.requests', 'trigger sent', 1],
    ['haiilo.api.requests', 'notify ERR_API_ACCESS_MISSING', 1],
  ])
  const finished = spans.getFinishedSpans()
  expect(finished.map(({ name, attributes }) => [name, attributes])).toEqual([
    ['haiilo.api token', {}],
    ['haiilo.api notify', {}],
    ['haiilo.api notify', { 'error.type': 'ERR_API_REFUSED' }],
    ['haiilo.api token', { 'error.type': 'ERR_API_TOKEN' }],
    ['haiilo.api notify', { 'error.type': 'ERR_API_ACCESS_MISSING' }],
  ])
  expect(finished.map(({ kind }) => kind)).toEqual([
    SpanKind.INTERNAL,
    ...Array<SpanKind>(2).fill(SpanKind.CLIENT),
    SpanKind.INTERNAL,
    SpanKind.CLIENT,
  ])
  expect(finished.map(({ status }) => status.code)).toEqual([
    0,
    0,
    SpanStatusCode.ERROR,
    SpanStatusCode.ERROR,
    SpanStatusCode.ERROR,
  ])
  const recorded = JSON.stringify(
    finished.map(({ name, attributes, events, status }) => ({ name, attributes, events, status })),
  )
  for (const text of ['secret text', 'user-1', 'tenant-1', 'widget', 'Bearer']) expect(recorded).not.toContain(text)
})
