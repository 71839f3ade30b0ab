import { describe, expect, it } from 'vitest'
import type { WhenFinalDiffers } from '../plan/model.ts'
import type { DatumCommand, DatumContext } from './commands.ts'
import { aContext, aDatum, anActor, anElement, aReport, handler, sources } from './datum.fixture.ts'
import { decideDatum } from './decide.ts'
import { laterThanScored, nextReleases } from './later-release.ts'
import { type Datum, finalFact } from './model.ts'

const source = sources.provider
const clerk = anActor('dataProvider', 'statistics')
const second = anActor('dataProvider', 'statistics', { personId: 'second' })
const under = (rule?: WhenFinalDiffers) => (actor: DatumContext['actor']) =>
  aContext(actor, { element: anElement({ source, ...(rule && { whenFinalDiffers: rule }) }) })

const run = (datum: Datum, command: DatumCommand, context: DatumContext) => {
  const decision = decideDatum(datum, command, context)
  if (!decision.ok) throw new Error(decision.error.code)
  return decision.value
}
const code = (datum: Datum, command: DatumCommand, context: DatumContext): string => {
  const decision = decideDatum(datum, command, context)
  return decision.ok ? 'accepted' : decision.error.code
}

const closed = (): Datum => {
  const by = under()
  const report: DatumCommand = { kind: 'report', ...aReport({ release: 'provisional' }) }
  const reported = run(aDatum({ source }), report, by(clerk)).next
  return run(run(reported, { kind: 'confirm' }, by(second)).next, { kind: 'close' }, by(handler)).next
}
const publishing = (value: string, release: 'provisional' | 'preliminary' | 'final' = 'final'): DatumCommand => ({
  kind: 'publish',
  release,
  value: { kind: 'quantity', value },
  asOf: '2024-12-31',
  evidenceIds: ['sheet'],
  reason: '年报数发布',
})
const published = (value: string) => run(closed(), publishing(value), under()(clerk)).next

describe('后续发布数', () => {
  it('stands beside the scored figure and waits for another person of the same body', () => {
    const datum = published('11')
    expect(datum).toMatchObject({ state: 'closed', final: 1, laterReleases: [{ number: 1, release: 'final' }] })
    expect(finalFact(datum)).toEqual({ kind: 'quantity', value: '12' })
    expect(code(datum, { kind: 'confirmRelease' }, under()(clerk))).toBe('datum.samePerson')
    expect(code(datum, publishing('10'), under()(clerk))).toBe('datum.releaseWaits')
  })

  it('offers what ranks higher than the last one, and a final figure again', () => {
    expect(nextReleases(closed())).toEqual(['preliminary', 'final'])
    const settled = run(published('11'), { kind: 'confirmRelease' }, under()(second)).next
    expect(nextReleases(settled)).toEqual(['final'])
    expect(code(closed(), publishing('11', 'provisional'), under()(clerk))).toBe('datum.earlierRelease')
  })

  it('tells of the last release while it is other than the scored figure', () => {
    expect(laterThanScored(closed())).toBeUndefined()
    expect(laterThanScored(published('11'))).toBeUndefined()
    const confirm: DatumCommand = { kind: 'confirmRelease' }
    const differs = run(published('11'), confirm, under()(second)).next
    expect(laterThanScored(differs)).toMatchObject({ value: { value: '11' }, outcome: { kind: 'stands' } })
    const again = run(run(differs, publishing('12'), under()(clerk)).next, confirm, under()(second)).next
    expect(laterThanScored(again)).toBeUndefined()
  })

  it.each([
    ['the score stands where the plan says nothing', undefined, '11', 'stands', '12', 1],
    ['the score stands where it says so', 'stands', '11', 'stands', '12', 1],
    ['the difference goes into the next year', 'nextYear', '11', 'nextYear', '12', 1],
    ['the same figure moves nothing', 'recompute', '12', 'same', '12', 1],
    ['the figure takes its place', 'recompute', '11', 'recompute', '11', 2],
  ] as const)('%s', (_, rule, value, outcome, counted, version) => {
    const { next, events } = run(published(value), { kind: 'confirmRelease' }, under(rule)(second))
    expect(next.laterReleases?.[0]?.outcome).toMatchObject({ kind: outcome, by: { personId: 'second' } })
    expect(finalFact(next)).toEqual({ kind: 'quantity', value: counted })
    expect(next).toMatchObject({ state: 'closed', final: version })
    expect(events.some(({ type }) => type === 'datumReopened')).toBe(outcome === 'recompute')
    if (outcome === 'recompute') expect(next.confirmations.at(-1)).toMatchObject({ version: 2 })
  })

  it('goes forward only: 快报数, 初步核算数, 最终数; a final figure may be revised', () => {
    expect(code(closed(), publishing('11', 'provisional'), under()(clerk))).toBe('datum.earlierRelease')
    const first = run(closed(), publishing('11', 'preliminary'), under()(clerk)).next
    const confirmed = run(first, { kind: 'confirmRelease' }, under()(second)).next
    expect(code(confirmed, publishing('11', 'preliminary'), under()(clerk))).toBe('datum.earlierRelease')
    const final = run(confirmed, publishing('10'), under()(clerk)).next
    const stands = run(final, { kind: 'confirmRelease' }, under()(second)).next
    expect(code(stands, publishing('9'), under()(clerk))).toBe('accepted')
  })

  it('is taken back before it is confirmed, and may be published again', () => {
    const back = run(published('11'), { kind: 'withdrawRelease' }, under()(clerk)).next
    expect(back.laterReleases?.[0]?.outcome?.kind).toBe('withdrawn')
    expect(code(back, { kind: 'confirmRelease' }, under()(second))).toBe('datum.noRelease')
    expect(run(back, publishing('11', 'preliminary'), under()(clerk)).next.laterReleases).toHaveLength(2)
  })

  it('needs a reason, stays within the cut-off, and is nobody else’s to publish', () => {
    expect(code(closed(), { ...publishing('11'), reason: '' } as DatumCommand, under()(clerk))).toBe(
      'datum.reasonMissing',
    )
    expect(code(closed(), { ...publishing('11'), asOf: '2025-01-01' } as DatumCommand, under()(clerk))).toBe(
      'datum.afterCutoff',
    )
    expect(code(closed(), publishing('十一'), under()(clerk))).toBe('quantity.notANumber')
    expect(code(closed(), publishing('11'), under()(anActor('dataProvider', 'transport')))).toBe('datum.providerFigure')
    expect(code(aDatum({ source }), publishing('11'), under()(clerk))).toBe('datum.notNow')
  })
})
