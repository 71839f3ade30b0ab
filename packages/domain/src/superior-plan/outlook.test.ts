import { describe, expect, it } from 'vitest'
import type { IndicatorShare, SuperiorIndicator } from './model.ts'
import { type LatestProgress, outlookOf, totalOutlook } from './outlook.ts'

const indicator = (more: Partial<SuperiorIndicator> = {}): SuperiorIndicator => ({
  key: 'roads',
  name: '新改建公路',
  fullMark: '10',
  target: '300',
  measureUnit: '公里',
  task: '',
  sentence: '',
  sharing: 'split',
  due: '',
  ...more,
})
const share = (key: string, target: string, role: IndicatorShare['role'] = 'support'): IndicatorShare => ({
  key,
  indicatorKey: 'roads',
  role,
  unitId: key,
  target,
  marks: '',
  post: 'unitReporter',
  ownerName: '',
  due: '',
  basis: '',
})
const shares = [share('a', '200', 'lead'), share('b', '100')]
const latest = (all: Readonly<Record<string, readonly [actual: string, yearEnd: string, periodEnd?: string]>>) =>
  new Map(
    Object.entries(all).map(([key, [actual, yearEnd, periodEnd = '2025-06-30']]): [string, LatestProgress] => [
      key,
      { actual, yearEnd, periodEnd },
    ]),
  )

describe('得分预测', () => {
  it('按天数推算全年，与单位预计并列；得分按完成比例，不超过满分', () => {
    // 181 of 365 days: 90.5 + 45.25 of them are 182.5 + 91.25 by the end of the year.
    const seen = outlookOf(indicator(), shares, latest({ a: ['90.5', '210'], b: ['45.25', '100'] }), 2025)
    expect(seen).toMatchObject({
      kind: 'outlook',
      basis: 'ratio',
      byOwner: { figure: ['310', '310'], score: ['10', '10'] },
      linear: { figure: ['273.75', '273.75'], score: ['9.125', '9.125'] },
      owing: 0,
    })
  })

  it('未报的单位从零到其目标列出范围；有单位没有预计的，不列单位预计', () => {
    const seen = outlookOf(indicator(), shares, latest({ a: ['200', '', '2025-12-31'] }), 2025)
    expect(seen).toMatchObject({ linear: { figure: ['200', '300'], score: ['20/3', '10'] }, owing: 1 })
    expect(seen).not.toHaveProperty('byOwner')
  })

  it('各自承担的取牵头单位现值，不摊到全年', () => {
    const rate = indicator({ sharing: 'each', target: '12', measureUnit: '%' })
    const both = [share('a', '12', 'lead'), share('b', '12')]
    const seen = outlookOf(rate, both, latest({ a: ['9', '11'], b: ['20', '20'] }), 2025)
    expect(seen).toMatchObject({
      linear: { figure: ['9', '9'], score: ['7.5', '7.5'] },
      byOwner: { score: ['55/6', '55/6'] },
    })
  })

  it('上级评分标准只需完成数和目标数的，照其计算', () => {
    const sentence = '每少1公里扣0.1分，扣完为止'
    const read = outlookOf(
      indicator({ sentence }),
      [share('a', '300', 'lead')],
      latest({ a: ['270', '300', '2025-12-31'] }),
      2025,
    )
    expect(read).toMatchObject({ basis: 'rule', linear: { score: ['7', '7'] }, byOwner: { score: ['10', '10'] } })
  })

  it.each(['由省考评办综合评定', '每少1个百分点扣0.5分，扣完为止'])(
    '计量单位不合、不能照算的按完成比例：%s',
    (sentence) => {
      const reached = latest({ a: ['270', '', '2025-12-31'] })
      const seen = outlookOf(indicator({ sentence }), [share('a', '300', 'lead')], reached, 2025)
      expect(seen).toMatchObject({ basis: 'ratio', linear: { score: ['9', '9'] } })
    },
  )

  it('没有目标数的不预测；尚无进展的说明；合计只算能预测的', () => {
    const none = outlookOf(indicator({ target: '' }), shares, latest({}), 2025)
    const early = outlookOf(indicator(), shares, latest({}), 2025)
    expect([none, early]).toEqual([{ kind: 'noFigure' }, { kind: 'noReport', owing: 2 }])
    const seen = outlookOf(indicator(), [share('a', '300', 'lead')], latest({ a: ['150', '300', '2025-12-31'] }), 2025)
    expect(totalOutlook([none, early, seen])).toEqual({ score: ['5', '10'], counted: 1, left: 2 })
  })

  it('负数、零目标不出错', () => {
    expect(outlookOf(indicator({ target: '0' }), shares, latest({ a: ['1', ''] }), 2025)).toEqual({ kind: 'noFigure' })
    const below = outlookOf(indicator(), [share('a', '300', 'lead')], latest({ a: ['-3', ''] }), 2025)
    expect(below).toMatchObject({ linear: { score: ['0', '0'] } })
  })
})
