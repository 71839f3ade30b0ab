import type { Deduction } from '@quanheng/domain/item/model'
import { type ReportWords, resolveProse } from '@quanheng/domain/report/words'
import type { RunContent, RunLeaf } from '@quanheng/domain/result/run-content'
import { figureAt } from '@quanheng/domain/result/run-figures'
import type { Block, Cell, Figure, Paragraph, Report, Table, Text } from '@quanheng/papers/paper/model'
import { basisText } from './printed.ts'

/** A figure of the run with the text that every paper prints for it. @throws where the run has none: a fault of ours */
const figure = (run: RunContent, path: string): Figure => {
  const text = figureAt(run, path)
  if (text === undefined) throw new RangeError(`the run has no figure ${path}`)
  return { path, text }
}

/** Paragraphs as people wrote them, with their figures from the run. */
export const paragraphs = (run: RunContent, prose: readonly string[]): readonly Paragraph[] =>
  prose
    .filter((text) => text.trim() !== '')
    .map((text) => ({ kind: 'paragraph', text: [...resolveProse(text, (path) => figureAt(run, path))] }))

const heading = (level: 1 | 2, text: string): Block => ({ kind: 'heading', level, text })

/** Widths are whole shares: a paper is digested, and canonical JSON has no fractions. */
const summary = (run: RunContent): Table => ({
  kind: 'table',
  caption: '指标完成情况一览表',
  unit: '单位：分',
  columns: [
    { width: 10 },
    { width: 50, align: 'left' },
    { width: 16 },
    { width: 16 },
    { width: 16 },
    { width: 16 },
    { width: 18 },
  ],
  header: [['序号', '指标', '满分', '考核对象（个）', '得满分（个）', '有扣分（个）', '平均得分']],
  rows: run.leaves.map((leaf, at) => [
    String(at + 1),
    leaf.name,
    figure(run, `leaves[${at}].fullMark`),
    figure(run, `leaves[${at}].units`),
    figure(run, `leaves[${at}].full`),
    figure(run, `leaves[${at}].deducted`),
    leaf.unitIds.length === 0 ? '—' : figure(run, `leaves[${at}].mean`),
  ]),
})

/** Each reason with the points that it took, as the handler gave it and the sheet was signed. */
const reasons = (run: RunContent, path: string, deductions: readonly Deduction[]): Text => {
  if (deductions.length === 0) return '—'
  return deductions.flatMap(({ reason }, part): (string | Figure)[] => [
    `${part === 0 ? '' : '；'}${reason}（`,
    figure(run, `${path}.deductions[${part}]`),
    '分）',
  ])
}

const row = (run: RunContent, leaf: RunLeaf, leafAt: number, at: number): readonly Cell[] => {
  const path = `leaves[${leafAt}].rows[${at}]`
  const name = run.units.find(({ id }) => id === leaf.unitIds[at])?.name ?? ''
  return [
    String(at + 1),
    name,
    leaf.targets[at] === null ? '—' : figure(run, `${path}.target`),
    figure(run, `${path}.actual`),
    figure(run, `${path}.fullMark`),
    figure(run, `${path}.points`),
    figure(run, `${path}.lost`),
    reasons(run, path, leaf.deductions[at] ?? []),
    basisText(leaf.bases[at] ?? null) || '—',
    leaf.sources[at] || '—',
  ]
}

/** Target, actual, score, reason and basis of every unit on one indicator, on landscape pages. */
const scoreTable = (run: RunContent, leaf: RunLeaf, at: number): Table => ({
  kind: 'table',
  caption: `表${at + 1} ${leaf.name}指标评分结果`,
  unit: leaf.measure === '' ? '单位：分' : `单位：${leaf.measure}、分`,
  wide: true,
  columns: [
    { width: 10 },
    { width: 30, align: 'left' },
    { width: 19 },
    { width: 19 },
    { width: 13 },
    { width: 15 },
    { width: 15 },
    { width: 50, align: 'left' },
    { width: 32, align: 'left' },
    { width: 26, align: 'left' },
  ],
  header: [
    [
      { cell: '序号', rowSpan: 2 },
      { cell: '考核对象', rowSpan: 2 },
      { cell: '完成情况', colSpan: 2 },
      { cell: '评分情况', colSpan: 4 },
      { cell: '评分依据', rowSpan: 2 },
      { cell: '数据来源', rowSpan: 2 },
    ],
    ['年度目标', '实际完成', '满分', '得分', '扣分', '评（扣）分理由'],
  ],
  rows: leaf.unitIds.map((_, unitAt) => row(run, leaf, at, unitAt)),
})

/** 指标考核评分报告 from a locked version: overview, completion, scores with reasons and basis; text and tables (C-4.4). */
export const scoreReport = (run: RunContent, words: ReportWords, signedOn?: string): Report => ({
  title: words.title,
  body: [
    heading(1, '考核工作概况'),
    ...paragraphs(run, words.overview),
    heading(1, '指标完成情况'),
    ...paragraphs(run, words.completion),
    summary(run),
    heading(1, '评（扣）分结果、理由及依据'),
    ...paragraphs(run, words.scores),
    ...run.leaves.flatMap((leaf, at) => [heading(2, leaf.name), scoreTable(run, leaf, at)]),
    ...(words.notes.some((text) => text.trim() !== '')
      ? [heading(1, '有关说明'), ...paragraphs(run, words.notes)]
      : []),
  ],
  signature: { organs: [run.plan.ownerName], sealed: false, ...(signedOn !== undefined && { on: signedOn }) },
})
