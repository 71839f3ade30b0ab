import type { InputSource } from '@quanheng/domain/datum/facts'
import type { Basis } from '@quanheng/domain/kernel/basis'
import type { RunAdjustment } from '@quanheng/domain/result/run-content'
import { type FactValue, groupSize } from '@quanheng/domain/rule/facts'
import { label } from '@quanheng/messages/labels'

/** How facts read on papers, which are Chinese whoever prints them. A signed row has no missing figure. */
export const factText = (value: FactValue): string => {
  switch (value.kind) {
    case 'missing':
      return '缺'
    case 'notConcerned':
      return '不涉及'
    case 'quantity':
      return value.value
    case 'count':
      return value.n
    case 'judgement':
      return `${value.points}分`
    case 'fact':
      return value.met ? '是' : '否'
    case 'group':
      return `${groupSize(value)}个单位`
    case 'checklist':
      return `${value.ticked.length}项`
  }
}

const listed = (sources: readonly InputSource[]): string => {
  const [only, ...more] = sources
  if (only === undefined) return '—'
  if (more.length === 0) return factText(only.value)
  return sources.map(({ input, value }) => `${input.name}${factText(value)}`).join('；')
}

/** 年度目标 of one row; null where the rule reads none. */
export const targetText = (sources: readonly InputSource[]): string | null => {
  const targets = sources.filter(({ input }) => input.role === 'target')
  return targets.length === 0 ? null : listed(targets)
}

/** 实际完成 of one row. */
export const actualText = (sources: readonly InputSource[]): string =>
  listed(sources.filter(({ input }) => input.role === 'actual' && input.kind !== 'group'))

/** 会议核定调整 as papers print it, with both figures. */
export const sayAdjustment = ({ computed, ground, reason, decision }: RunAdjustment, points: string): string => {
  const minutes = decision.number === undefined ? '' : `，${decision.number}`
  const why = `${label('zh-CN', 'adjustmentGround', ground)}：${reason}`
  return `会议核定调整：计算得分${computed}分，${decision.body}（${decision.decidedOn}${minutes}）核定为${points}分，${why}`
}

/** 评分依据 in words. */
export const basisText = (basis: Basis | null): string => {
  if (basis === null || basis.kind === 'default') return ''
  return basis.kind === 'clause'
    ? [basis.document, basis.article].filter(Boolean).join(' ')
    : `${basis.by}（${basis.on}）：${basis.reason}`
}
