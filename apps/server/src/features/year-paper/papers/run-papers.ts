import type { PlanContent } from '@quanheng/domain/plan/model'
import { gradeNames } from '@quanheng/domain/plan/year-arithmetic'
import type { RunContent } from '@quanheng/domain/result/run-content'
import { figureAt } from '@quanheng/domain/result/run-figures'
import type { Block, Figure, Letter, Table } from '@quanheng/papers/paper/model'
import type { FormSheet } from '@quanheng/papers/sheet/model'

const figure = (run: RunContent, path: string): Figure | '—' => {
  const text = figureAt(run, path)
  return text === undefined ? '—' : { path, text }
}

/** 分项评分表: the parts that a lead unit scored side by side, and what each unit's line comes to. */
export const partScores = (run: RunContent): Omit<FormSheet, 'checkCode'> => ({
  title: `${run.plan.year}年度指标考核分项评分表`,
  organ: run.plan.ownerName,
  orientation: 'landscape',
  facts: [
    { label: '考评方案', value: run.plan.title },
    { label: '考核单位', value: run.plan.ownerName },
  ],
  columns: [
    { header: '序号', width: 10, kind: 'text' },
    { header: '考核对象', width: 36, kind: 'text' },
    { header: '分项指标', width: 44, kind: 'text' },
    { header: '年度目标', width: 20, kind: 'quantity' },
    { header: '实际完成', width: 20, kind: 'quantity' },
    { header: '满分', width: 14, kind: 'quantity' },
    { header: '得分', width: 14, kind: 'quantity' },
    { header: '扣分', width: 14, kind: 'quantity' },
  ],
  rows: run.units
    .flatMap(({ id, name }) =>
      run.leaves.flatMap((leaf, leafAt) =>
        leaf.unitIds.flatMap((unitId, row) =>
          unitId === id ? [{ name, leaf, at: `leaves[${leafAt}].rows[${row}]` }] : [],
        ),
      ),
    )
    .map(({ name, leaf, at }, row) => [
      String(row + 1),
      name,
      leaf.name,
      figure(run, `${at}.target`),
      figure(run, `${at}.actual`),
      figure(run, `${at}.fullMark`),
      figure(run, `${at}.points`),
      figure(run, `${at}.lost`),
    ]),
  signatures: [{ role: '经办人' }, { role: '科室负责人' }, { role: '责任领导' }],
})

/** Units with their place in the totals, by rank; within one rank in the plan's order. */
const ranked = ({ units, totals }: RunContent) =>
  units
    .map(({ id, name, groupKey }) => ({
      id,
      name,
      groupKey,
      at: totals?.units.findIndex(({ unitId }) => unitId === id) ?? -1,
      rank: totals?.ranks.find(({ unitId }) => unitId === id)?.rank ?? Number.MAX_SAFE_INTEGER,
    }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.rank - b.rank)

const scores = (run: RunContent, groupKey: string | null): Table => ({
  kind: 'table',
  unit: '单位：分',
  columns: [{ width: 14 }, { width: 70, align: 'left' }, { width: 24 }, { width: 20 }],
  header: [['序号', '单位', '总分', '位次']],
  rows: ranked(run)
    .filter((unit) => unit.groupKey === groupKey)
    .map(({ name, at }, row) => [
      String(row + 1),
      name,
      figure(run, `totals.units[${at}].total`),
      figure(run, `totals.units[${at}].rank`),
    ]),
})

/** Groups of the run, and the units that stand in none. */
const groupsOf = (run: RunContent): readonly { readonly key: string | null; readonly name: string }[] => [
  ...run.groups,
  ...(run.units.some(({ groupKey }) => groupKey === null) ? [{ key: null, name: '其他单位' }] : []),
]

/** Grades from the best down, each with its units in the order of the plan, which tells nobody's place. */
const graded = (run: RunContent, content: PlanContent): readonly Block[] => {
  const grades = content.settings.grades?.value
  if (grades === undefined) return []
  return gradeNames(grades).flatMap((grade): readonly Block[] => {
    const ids = run.totals?.grades?.proposals.filter((one) => one.grade === grade).map(({ unitId }) => unitId) ?? []
    if (ids.length === 0) return []
    const names = run.units.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
    return [
      { kind: 'heading', level: 1, text: `${grade}等次（${ids.length}个）` },
      { kind: 'paragraph', text: `${names.join('、')}。` },
    ]
  })
}

/** Units whose grade people have still to decide. */
export const gradesOpen = ({ totals }: RunContent): boolean =>
  totals?.grades !== undefined &&
  (totals.grades.stops.length > 0 || totals.grades.proposals.some(({ by }) => by === 'stop'))

/**
 * 考评结果通报: grades in order. Totals and places are attached only where the plan opens everybody's scores to everybody;
 * otherwise each unit learns its own.
 */
export const resultCircular = (run: RunContent, content: PlanContent, letterhead: Letter['letterhead']): Letter => {
  const { year, ownerName, title } = run.plan
  const open = content.settings.visibility.value === 'allAfterIssue'
  const lists = graded(run, content)
  const rest = open ? '各单位总分及位次见附件。' : '各单位得分及扣分情况由考评工作机构分别告知本单位。'
  return {
    kind: '通报',
    letterhead,
    title: `${ownerName}关于${year}年度绩效考评结果的通报`,
    addressees: content.document.addressees.length > 0 ? content.document.addressees : ['各有关单位'],
    body: [
      { kind: 'paragraph', text: `根据《${title}》，现将${year}年度绩效考评结果通报如下。` },
      ...lists,
      { kind: 'paragraph', text: rest },
    ],
    ...(open && {
      attachments: groupsOf(run).map(({ key, name }) => ({
        name: `${name}考评得分及位次表`,
        body: [scores(run, key)],
      })),
    }),
    signature: { organs: [ownerName], sealed: true },
    imprint: { organ: ownerName },
  }
}
