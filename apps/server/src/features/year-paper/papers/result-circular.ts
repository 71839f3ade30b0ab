import type { OfficialWords } from '@quanheng/domain/official-paper/model'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { gradeNames } from '@quanheng/domain/plan/year-arithmetic'
import type { RunContent } from '@quanheng/domain/result/run-content'
import { figureAt } from '@quanheng/domain/result/run-figures'
import type { Block, Letter, Table } from '@quanheng/papers/paper/model'
import { runFigure } from './run-papers.ts'
import { around, prose, requirements, type Stamp } from './worded.ts'

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
      runFigure(run, `totals.units[${at}].total`),
      runFigure(run, `totals.units[${at}].rank`),
    ]),
})

/** Groups of the run, and the units that stand in none. */
const groupsOf = (run: RunContent): readonly { readonly key: string | null; readonly name: string }[] => [
  ...run.groups,
  ...(run.units.some(({ groupKey }) => groupKey === null) ? [{ key: null, name: '其他单位' }] : []),
]

const gradesOf = (content: PlanContent): readonly string[] => {
  const grades = content.settings.grades?.value
  return grades === undefined ? [] : gradeNames(grades)
}

/** Grades from the best down, each with its units in the order of the plan, which tells nobody's place. */
const graded = (run: RunContent, content: PlanContent): readonly Block[] =>
  gradesOf(content).flatMap((grade): readonly Block[] => {
    const ids = run.totals?.grades?.proposals.filter((one) => one.grade === grade).map(({ unitId }) => unitId) ?? []
    if (ids.length === 0) return []
    const names = run.units.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
    return [
      { kind: 'heading', level: 1, text: [`${grade}等次（`, runFigure(run, `totals.grades.${grade}`), '个）'] },
      { kind: 'paragraph', text: `${names.join('、')}。` },
    ]
  })

/** Units whose grade people have still to decide. */
export const gradesOpen = ({ totals }: RunContent): boolean =>
  totals?.grades !== undefined &&
  (totals.grades.stops.length > 0 || totals.grades.proposals.some(({ by }) => by === 'stop'))

const isOpen = (content: PlanContent): boolean => content.settings.visibility.value === 'allAfterIssue'

/** Fields that its prose may name. Scores are among them only where the plan opens them to everybody. */
export const circularFields = (
  run: RunContent,
  content: PlanContent,
): readonly { readonly path: string; readonly name: string; readonly text: string }[] =>
  [
    ['count.units', '考核对象数'] as const,
    ...gradesOf(content).map((grade) => [`totals.grades.${grade}`, `${grade}等次单位数`] as const),
    ...(isOpen(content) ? [['totals.mean', '平均总分'] as const] : []),
  ].flatMap(([path, name]) => {
    const text = figureAt(run, path)
    return text === undefined ? [] : [{ path, name, text }]
  })

/** The text that nobody has to write: what the plan, the locked version and the decision over it say by themselves. */
export const proposedCircular = (run: RunContent, content: PlanContent, decidedBy?: string): OfficialWords => {
  const { year, ownerName, title } = run.plan
  const counts = circularFields(run, content).flatMap(({ path, name }) =>
    path.startsWith('totals.grades.') ? [`${name.replace('单位数', '')}{${path}}个`] : [],
  )
  return {
    title: `${ownerName}关于${year}年度绩效考评结果的通报`,
    addressees: content.document.addressees.join('、') || '各有关单位',
    opening: `根据《${title}》，${decidedBy === undefined ? '' : `经${decidedBy}审定，`}现将${year}年度绩效考评结果通报如下。`,
    overview: `本年度共考评{count.units}个单位${counts.length > 0 ? `，其中${counts.join('、')}` : ''}。`,
    requirements: '各有关单位要对照考评结果，总结经验，查找不足，制定措施，认真整改。',
    copies: '',
  }
}

/**
 * 考评结果通报: grades in order. Totals and places are attached only where the plan opens everybody's scores to everybody;
 * otherwise each unit learns its own. `words` name only figures that the run has (`checkOfficialWords`).
 */
export const resultCircular = (
  run: RunContent,
  content: PlanContent,
  letterhead: Letter['letterhead'],
  words: OfficialWords = proposedCircular(run, content),
  stamp: Stamp = {},
): Letter => {
  const lookup = (path: string) => figureAt(run, path)
  const open = isOpen(content)
  const rest = open ? '各单位总分及位次见附件。' : '各单位得分及扣分情况由考评工作机构分别告知本单位。'
  return {
    kind: '通报',
    letterhead,
    ...around(words, run.plan.ownerName, stamp),
    body: [
      ...prose(words.opening, lookup),
      ...prose(words.overview, lookup),
      { kind: 'paragraph', text: rest },
      ...graded(run, content),
      ...requirements(words, lookup),
    ],
    ...(open && {
      attachments: groupsOf(run).map(({ key, name }) => ({
        name: `${name}考评得分及位次表`,
        body: [scores(run, key)],
      })),
    }),
  }
}
