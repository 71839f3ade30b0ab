import { exact, printExact, sum } from '@quanheng/domain/kernel/exact'
import type { OfficeTemplateKind, TemplateValues } from '@quanheng/domain/office-template/model'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { gradeNames } from '@quanheng/domain/plan/year-arithmetic'
import type { LetterReason } from '@quanheng/domain/result/deduction-letter'
import type { RunContent } from '@quanheng/domain/result/run-content'
import { figureAt } from '@quanheng/domain/result/run-figures'
import { sayDay } from '@quanheng/papers/paper/dates'
import { plain } from '@quanheng/papers/paper/text'
import { basisText } from '../../result/index.ts'
import { letterOf } from '../papers/deduction-form.ts'
import { leafAt, type PlanInWords, standardOf, targetCell, tasksOf } from '../papers/plan-rows.ts'

type Rows = Readonly<Record<string, string>>[]

/** What every paper may say of itself. */
export const commonValues = (
  plan: { readonly title: string; readonly year: number; readonly ownerName: string },
  today: string,
): TemplateValues => ({
  方案名称: plan.title,
  考评年度: String(plan.year),
  考核单位: plan.ownerName,
  出具日期: sayDay(today),
})

/** 目标责任书 of one unit, from the plan. */
export const pledgeValues = (plan: PlanInWords, unitId: string): TemplateValues => {
  const { content, names } = plan
  const tasks = tasksOf(content, unitId)
  const marks = tasks.map(({ task }) => content.indicators[leafAt(content, task.leafKey)]?.fullMark ?? '0')
  return {
    单位名称: names[unitId] ?? '',
    分值合计: printExact(sum(marks.map((mark) => exact(mark)))),
    责任事项: tasks.map(({ task, at }, row) => {
      const node = content.indicators[leafAt(content, task.leafKey)]
      return {
        序号: String(row + 1),
        指标名称: node?.name ?? '—',
        任务内容: task.task || '—',
        目标值: plain(targetCell(content, task, at)),
        分值: marks[row] ?? '—',
        完成标准: node === undefined ? '—' : standardOf(node),
      }
    }),
  }
}

const sayReason = (reason: LetterReason): string => {
  if (reason.kind !== 'reason') return `${reason.kind === 'rounding' ? '修约差' : '未列明原因'}扣${reason.points}分`
  const basis = basisText(reason.basis)
  return `${reason.reason}，扣${reason.points}分${basis === '' ? '' : `（${basis}）`}`
}

/** 扣分告知书 of one unit, from the run: reasons add up to the lost points of each line. */
export const deductionValues = (run: RunContent, unitId: string): TemplateValues => {
  const own = run.leaves.flatMap((leaf, at) => {
    const row = leaf.unitIds.indexOf(unitId)
    return row < 0 ? [] : [{ leaf, row, path: `leaves[${at}].rows[${row}]` }]
  })
  const letter = letterOf(run, unitId)
  const place = run.totals?.units.findIndex((one) => one.unitId === unitId) ?? -1
  const total = place < 0 ? undefined : figureAt(run, `totals.units[${place}].total`)
  return {
    单位名称: run.units.find(({ id }) => id === unitId)?.name ?? '',
    总分: total ?? letter.points,
    满分合计: letter.fullMark,
    得分合计: letter.points,
    扣分合计: letter.lost,
    位次: (place < 0 ? undefined : figureAt(run, `totals.units[${place}].rank`)) ?? '—',
    扣分事项: letter.lines.map((line, row) => ({
      序号: String(row + 1),
      指标名称: line.name,
      满分: line.fullMark,
      得分: line.points,
      扣分: line.lost,
      扣分原因: line.reasons.map(sayReason).join('；') || '—',
    })),
    得分事项: own.map(({ leaf, path }, row) => ({
      序号: String(row + 1),
      指标名称: leaf.name,
      满分: figureAt(run, `${path}.fullMark`) ?? '—',
      得分: figureAt(run, `${path}.points`) ?? '—',
      扣分: figureAt(run, `${path}.lost`) ?? '—',
      目标值: figureAt(run, `${path}.target`) ?? '—',
      完成值: figureAt(run, `${path}.actual`) || '—',
    })),
  }
}

const grades = (run: RunContent, content: PlanContent): Rows => {
  const setting = content.settings.grades?.value
  return (setting === undefined ? [] : gradeNames(setting)).flatMap((grade) => {
    const ids = run.totals?.grades?.proposals.filter((one) => one.grade === grade).map(({ unitId }) => unitId) ?? []
    const names = run.units.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
    if (names.length === 0) return []
    return [{ 等次名称: grade, 单位数: figureAt(run, `totals.grades.${grade}`) ?? '—', 单位名单: names.join('、') }]
  })
}

/** 考评结果通报, from the run for totals; everybody's scores only where the plan opens them. */
export const circularValues = (run: RunContent, content: PlanContent, open: boolean): TemplateValues => {
  const units = run.totals?.units ?? []
  const rankOf = (at: number): number => Number(figureAt(run, `totals.units[${at}].rank`) ?? Number.MAX_SAFE_INTEGER)
  const scores: Rows = units
    .map(({ unitId }, at) => ({ unit: run.units.find(({ id }) => id === unitId), at }))
    .toSorted((a, b) => rankOf(a.at) - rankOf(b.at))
    .map(({ unit, at }, row) => ({
      序号: String(row + 1),
      单位名称: unit?.name ?? '',
      考核分组: run.groups.find(({ key }) => key === unit?.groupKey)?.name ?? '—',
      总分: figureAt(run, `totals.units[${at}].total`) ?? '—',
      位次: figureAt(run, `totals.units[${at}].rank`) ?? '—',
    }))
  return {
    考核对象数: figureAt(run, 'count.units') ?? '',
    等次: grades(run, content),
    ...(open && { 平均总分: figureAt(run, 'totals.mean') ?? '—', 单位得分: scores }),
  }
}

/** Of the paper: 云岭镇2025年度扣分告知书. */
export const titleOf = (kind: OfficeTemplateKind, year: number, unitName: string): string => {
  const names = { pledge: '目标责任书', deductionLetter: '绩效考评扣分告知书', resultCircular: '绩效考评结果通报' }
  return `${unitName}${year}年度${names[kind]}`
}
