import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Datum, DatumVersion } from '../datum/model.ts'
import { compare, exact, printExact, ratio, whole } from '../kernel/exact.ts'
import type { PlanContent } from '../plan/model.ts'
import { aRunContent } from '../result/run.fixture.ts'
import type { RunLeaf } from '../result/run-content.ts'
import { hurryFigures } from './hurry.ts'
import { median, modifiedZ } from './median.ts'
import { sharedReasons } from './reasons.ts'
import { reportingFigures } from './reporting.ts'
import { type ScoredRow, scorerFigures } from './scorers.ts'

const exacts = (...texts: string[]) => texts.map(exact)

describe('中位数与修正 z 值', () => {
  test.each([
    [['3', '1', '2'], '2'],
    [['4', '1', '2', '3'], '2.5'],
    [['7'], '7'],
  ])('%j 的中位数是 %s', (values, expected) => {
    const middle = median(exacts(...values))
    expect(middle && printExact(middle)).toBe(expected)
  })

  it('没有数就没有中位数；一半以上相同就没有 z 值', () => {
    expect(median([])).toBeUndefined()
    expect(modifiedZ(exacts('1', '1', '1', '9'))).toEqual([undefined, undefined, undefined, undefined])
  })

  it('0.6745 ×（值 − 中位数）÷ 绝对中位差', () => {
    const zs = modifiedZ(exacts('1', '2', '3', '4', '100'))
    expect(zs.map((z) => z && printExact(z))).toEqual(['-1.349', '-0.6745', '0', '0.6745', '65.4265'])
  })

  it('平移和放大不改变 z 值', () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(values, fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 9 }), (own, by, times) => {
        const moved = own.map((value) => ratio(BigInt(value * times + by), 7n))
        expect(modifiedZ(moved)).toEqual(modifiedZ(own.map(whole)))
      }),
    )
  })
})

const rows = (unitId: string, ...shares: string[]): ScoredRow[] =>
  shares.map((share) => ({ unitId, share: exact(share) }))
const leans = (given: readonly ScoredRow[]) => scorerFigures(given).map(({ unitId, lean }) => [unitId, lean])
const usual = [
  ...rows('甲', '0.8', '0.9', '0.85', '0.7', '1'),
  ...rows('乙', '0.9', '0.86', '0.8', '0.75', '1'),
  ...rows('丙', '0.84', '0.9', '0.7', '0.6', '1'),
  ...rows('丁', '0.83', '0.9', '0.7', '0.6', '1'),
]

describe('评分偏宽、偏严', () => {
  it('中位得分率远离各家的，标出方向；其余不标', () => {
    const given = [...usual, ...rows('宽', '1', '1', '1', '1', '0.9'), ...rows('严', '0.2', '0.3', '0.1', '0.3', '0.9')]
    expect(leans(given)).toEqual([
      ['宽', 'lenient'],
      ['乙', 'usual'],
      ['甲', 'usual'],
      ['丙', 'usual'],
      ['丁', 'usual'],
      ['严', 'harsh'],
    ])
  })

  it('评得少的不判断，也不影响别家；评分的不足四家时都不判断', () => {
    expect(leans([...usual, ...rows('少', '0', '0', '0', '0')]).find(([unit]) => unit === '少')).toEqual(['少', 'few'])
    expect(scorerFigures([...usual, ...rows('少', '0', '0', '0', '0')]).slice(0, 4)).toEqual(scorerFigures(usual))
    expect(new Set(leans(usual.slice(0, 15)).map(([, lean]) => lean))).toEqual(new Set(['few']))
  })

  it('半数以上的中位数相同，没有可比的尺度，写明不比较', () => {
    const same = ['甲', '乙', '丙', '丁'].flatMap((unit) => rows(unit, '1', '1', '1', '1', '0.9'))
    const given = [...same, ...rows('严', '0.2', '0.3', '0.1', '0.3', '0.9'), ...rows('少', '0.5')]
    expect(new Map(leans(given).map(([unit, lean]) => [unit, lean]))).toEqual(
      new Map([...['甲', '乙', '丙', '丁', '严'].map((unit): [string, string] => [unit, 'alike']), ['少', 'few']]),
    )
  })

  it('满分的家次按得分率，超过满分的也算', () => {
    const [only] = scorerFigures(rows('甲', '1', '1.1', '0.99'))
    expect(only).toMatchObject({ rows: 3, full: 2, median: '1' })
    expect(compare(exact(only?.median ?? ''), whole(1))).toBe(0)
  })
})

const basis = { kind: 'clause', article: '附件1' } as const
const saying = (key: string, ...reasons: string[]): RunLeaf => ({
  ...(aRunContent().leaves[0] as RunLeaf),
  key,
  deductions: reasons.map((reason) => [{ points: '1', reason, basis }]),
})

describe('雷同理由', () => {
  it('标点、空格、全半角不同也算同一句；三处起列出，写明几家几项', () => {
    const leaves = [
      saying('a', '材料报送不及时。', '材料报送 不及时', '另有原因若干'),
      saying('b', '材料报送不及时；', '工作推进有差距', '其他'),
    ]
    expect(sharedReasons(leaves)).toEqual([
      { reason: '材料报送不及时。', rows: 3, unitIds: ['transport', 'town'], leafKeys: ['a', 'b'] },
    ])
  })

  it('两处不列；六个字以下的不列', () => {
    expect(sharedReasons([saying('a', '工作推进有差距', '工作推进有差距', '别的原因在此')])).toEqual([])
    expect(sharedReasons([saying('a', '迟报三天。', '迟报三天', '迟报三天')])).toEqual([])
    expect(sharedReasons([saying('a', '迟报共三天。', '迟报共三天', '迟报共三天')])).toEqual([])
    expect(sharedReasons([saying('a', '共迟报了三天。', '共迟报了三天', '共迟报了三天')])).toHaveLength(1)
  })
})

const version = (number: number, receivedOn: string, more: Partial<DatumVersion> = {}): DatumVersion => ({
  number,
  stage: 'reported',
  release: 'final',
  value: { kind: 'quantity', value: '1' },
  asOf: '2024-12-31',
  receivedOn,
  author: { personId: 'p', post: 'unitReporter', unitId: 'town' },
  at: `${receivedOn}T09:00:00.000+08:00`,
  evidenceIds: [],
  ...more,
})
const datum = (unitId: string, ...versions: DatumVersion[]): Datum => ({
  id: unitId,
  planId: 'plan',
  elementKey: 'e',
  unitId,
  period: '2024年',
  source: { kind: 'appraisedUnit' },
  state: 'closed',
  versions,
  confirmations: [],
})
const content = { dataElements: [{ key: 'e', due: '2025-01-10' }] } as unknown as Pick<PlanContent, 'dataElements'>

describe('报送时间', () => {
  it('最后一天报的、逾期的、改报的分别计数，前一天和后一天不算最后一天', () => {
    const late = { late: { due: '2025-01-10', reason: '出差' } }
    const figures = reportingFigures(content, [
      datum('town', version(1, '2025-01-09')),
      datum('town', version(1, '2025-01-10'), version(2, '2025-01-12', late)),
      datum('town', version(1, '2025-01-11', late)),
      datum('water', version(1, '2025-01-05'), version(2, '2025-01-20', { stage: 'verified' })),
      datum('road'),
    ])
    expect(figures).toEqual([
      { unitId: 'town', figures: 3, onLastDay: 1, late: 1, changed: 1 },
      { unitId: 'water', figures: 1, onLastDay: 0, late: 0, changed: 0 },
    ])
  })
})

describe('截止前改动', () => {
  /** Handed in at these times, the first being no change. */
  const changed = (unitId: string, ...times: string[]): Datum =>
    datum(unitId, version(1, '2025-01-02'), ...times.map((at, index) => version(index + 2, '2025-01-10', { at })))
  const early = '2025-01-05T09:00:00.000+08:00'
  const last = '2025-01-10T23:30:00.000+08:00'
  const usually = (unitId: string, inLast: number): Datum =>
    changed(unitId, ...Array.from({ length: 10 }, (_, at) => (at < inLast ? last : early)))

  it('截止日24时前24小时之内的算，早一刻、晚一刻都不算；首次报送和核验更正不算改动', () => {
    const at = (text: string) => hurryFigures(content, [changed('town', text)])[0]
    expect(at('2025-01-10T00:00:00.000+08:00')).toMatchObject({ changes: 1, inLast: 1, share: '1' })
    expect(at('2025-01-09T23:59:59.000+08:00')).toMatchObject({ changes: 1, inLast: 0, share: '0' })
    expect(at('2025-01-10T15:59:59.000Z')).toMatchObject({ inLast: 1 })
    expect(at('2025-01-11T00:00:01.000+08:00')).toMatchObject({ inLast: 0 })
    expect(hurryFigures(content, [datum('town', version(1, '2025-01-10'))])).toEqual([])
    expect(
      hurryFigures(content, [datum('town', version(1, '2025-01-02'), version(2, '2025-01-10', { stage: 'verified' }))]),
    ).toEqual([])
  })

  it('远多于各家的标出，排在前面；少的不标', () => {
    const given = [
      usually('甲', 1),
      usually('乙', 2),
      usually('丙', 3),
      usually('丁', 2),
      usually('戊', 10),
      usually('己', 0),
    ]
    expect(hurryFigures(content, given).map(({ unitId, hurry }) => [unitId, hurry])).toEqual([
      ['戊', 'crowded'],
      ['丙', 'usual'],
      ['乙', 'usual'],
      ['丁', 'usual'],
      ['甲', 'usual'],
      ['己', 'usual'],
    ])
  })

  it('改动不足五次、可比的不足四家、半数以上相同的，不比较', () => {
    expect(hurryFigures(content, [changed('甲', last, last)]).map(({ hurry }) => hurry)).toEqual(['few'])
    expect(hurryFigures(content, [usually('甲', 1), usually('乙', 9)]).map(({ hurry }) => hurry)).toEqual([
      'few',
      'few',
    ])
    const alike = ['甲', '乙', '丙'].map((unit) => usually(unit, 2))
    expect(new Set(hurryFigures(content, [...alike, usually('丁', 9)]).map(({ hurry }) => hurry))).toEqual(
      new Set(['alike']),
    )
  })
})
