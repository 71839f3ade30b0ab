import { type Datum, marksOf } from '@quanheng/domain/datum/model'
import { sayDay } from '@quanheng/papers/paper/dates'
import type { Figure } from '@quanheng/papers/paper/model'
import type { FormSheet } from '@quanheng/papers/sheet/model'
import { factText } from '../../result/index.ts'
import type { PlanInWords } from './plan-rows.ts'

/** The figure of a datum that counts now: final, else verified, else reported; undefined while nothing was reported. */
const held = (datum: Datum) => {
  const { final, verified, reported } = marksOf(datum)
  return final ?? verified ?? reported
}

/** What a paper prints at `data[<id>].value`; undefined while nothing was reported. */
export const dataFigureAt =
  (data: readonly Datum[]) =>
  (path: string): string | undefined => {
    const id = /^data\[([^\]]+)\]\.value$/.exec(path)?.[1]
    const datum = data.find((one) => one.id === id)
    const version = datum && held(datum)
    return version && factText(version.value)
  }

const figure = (datum: Datum, data: readonly Datum[]): Figure | '缺' => {
  const path = `data[${datum.id}].value`
  const text = dataFigureAt(data)(path)
  return text === undefined ? '缺' : { path, text }
}

const stage = (datum: Datum): string => {
  const { final, verified, reported } = marksOf(datum)
  if (final !== undefined) return '最终数'
  return verified !== undefined ? '核验数' : reported === undefined ? '未报送' : '上报数'
}

/** 数据确认表 of one unit: every figure asked of it or about it, as the platform holds it, for the unit to confirm. */
export const dataConfirmation = (
  { content, names, ownerName }: PlanInWords,
  unitId: string,
  all: readonly Datum[],
): Omit<FormSheet, 'checkCode'> => {
  const unitName = names[unitId] ?? ''
  const order = new Map(content.dataElements.map(({ key }, at) => [key, at]))
  const data = all.toSorted((a, b) => (order.get(a.elementKey) ?? 0) - (order.get(b.elementKey) ?? 0))
  return {
    title: `${content.year}年度绩效考评数据确认表`,
    organ: ownerName,
    orientation: 'landscape',
    facts: [
      { label: '确认单位', value: unitName },
      { label: '考评方案', value: content.title },
    ],
    columns: [
      { header: '序号', width: 10, kind: 'text' },
      { header: '数据名称', width: 44, kind: 'text' },
      { header: '统计时段', width: 26, kind: 'text' },
      { header: '数值', width: 24, kind: 'quantity' },
      { header: '计量单位', width: 16, kind: 'text' },
      { header: '数据状态', width: 18, kind: 'text' },
      { header: '数据截止', width: 26, kind: 'text' },
      { header: '确认意见', width: 40, kind: 'text' },
    ],
    rows: data.map((datum, row) => {
      const element = content.dataElements.find(({ key }) => key === datum.elementKey)
      const asOf = held(datum)?.asOf
      return [
        String(row + 1),
        element?.name ?? datum.elementKey,
        datum.period || '—',
        figure(datum, all),
        element?.unit || '—',
        stage(datum),
        asOf === undefined ? '—' : sayDay(asOf),
        '□无误　□有误：',
      ]
    }),
    notes: ['“缺”为尚未报送，不作零处理。'],
    signatures: [{ role: '单位经办人' }, { role: '单位负责人', stamped: true }],
  }
}
