import { metrics, trace } from '@opentelemetry/api'
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import * as sdk from '@opentelemetry/sdk-trace'
import { afterAll, expect, it } from 'vitest'
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

it('events and tokens are counted by outcome, and events are spans with the code of a failure', async () => {
  const { send, backend, tenant } = await createScene()
  await send('install')
  await send('install')
  await send('instance_add', {})
  const token = await tenant.sign()
  await backend.verifyPluginToken(token)
  await backend.verifyPluginToken(token)
  await backend.verifyPluginToken('none').catch(() => undefined)

  await meterProvider.forceFlush()
  const counted = exporter
    .getMetrics()
    .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics))
    .flatMap(({ descriptor, dataPoints }) =>
      dataPoints.map(({ attributes, value }) => [descriptor.name, Object.values(attributes).join(' '), value]),
    )
  expect(counted).toEqual([
    ['haiilo.events', 'install handled', 1],
    ['haiilo.events', 'install repeated', 1],
    ['haiilo.events', 'instance_add ERR_EVENT_CLAIMS', 1],
    ['haiilo.tokens', 'verified', 2],
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
