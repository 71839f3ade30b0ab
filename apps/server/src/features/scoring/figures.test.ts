import { aContext, aDatum, anActor, anElement, aReport, handler, sources } from '@quanheng/domain/datum/datum.fixture'
import { decideDatum } from '@quanheng/domain/datum/decide'
import type { InputSource } from '@quanheng/domain/datum/facts'
import { currentVersion, type Datum } from '@quanheng/domain/datum/model'
import type { PlanContent, WhenFinalDiffers } from '@quanheng/domain/plan/model'
import { expect, it } from 'vitest'
import { figuresOf } from './figures.ts'

const element = (whenFinalDiffers: WhenFinalDiffers) => anElement({ source: sources.provider, whenFinalDiffers })

/** 快报数 12, closed; then 最终数, confirmed by a second person of the statistics office. */
const published = (value: string, rule: WhenFinalDiffers): Datum => {
  const first = anActor('dataProvider', 'statistics')
  const second = anActor('dataProvider', 'statistics', { personId: 'second' })
  const report = { kind: 'report', ...aReport({ release: 'provisional' }) } as const
  const later = {
    value: { kind: 'quantity', value },
    asOf: '2024-12-31',
    evidenceIds: ['sheet'],
    reason: '年报',
  } as const
  return (
    [
      [report, first],
      [{ kind: 'confirm' }, second],
      [{ kind: 'close' }, handler],
      [{ kind: 'publish', release: 'final', ...later }, first],
      [{ kind: 'confirmRelease' }, second],
    ] as const
  ).reduce<Datum>(
    (datum, [command, actor]) => {
      const decision = decideDatum(datum, command, aContext(actor, { element: element(rule) }))
      if (!decision.ok) throw new Error(decision.error.code)
      return decision.value.next
    },
    aDatum({ source: sources.provider }),
  )
}

const shown = (datum: Datum, rule: WhenFinalDiffers) => {
  const version = currentVersion(datum)
  if (version === undefined) throw new Error('nothing reported')
  const source = {
    input: { name: '实际值', role: 'actual' },
    origin: { from: 'datum', elementKey: datum.elementKey, datum, version },
    value: version.value,
  } as unknown as InputSource
  const content = { dataElements: [{ ...element(rule), key: datum.elementKey }] } as unknown as PlanContent
  return figuresOf(content, 'leaf', { provenance: [source] } as never, new Map(), new Map())[0]
}

it('计分所用数旁边说明后来发布的数和方案规定的处理', () => {
  expect(shown(published('11', 'stands'), 'stands')).toMatchObject({
    value: '12',
    later: { release: 'final', value: '11', outcome: 'stands' },
  })
  expect(shown(published('11', 'nextYear'), 'nextYear')?.later?.outcome).toBe('nextYear')
})

it('一致的、已重新计分的不再说', () => {
  expect(shown(published('12', 'stands'), 'stands')).toMatchObject({ value: '12', later: null })
  expect(shown(published('11', 'recompute'), 'recompute')).toMatchObject({ value: '11', later: null })
})
