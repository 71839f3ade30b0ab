import type { DecidedGrade, Decision } from '@quanheng/domain/decision/model'
import { citedDigest } from '@quanheng/domain/kernel/digest'
import type { RunContent } from '@quanheng/domain/result/run-content'
import { label } from '@quanheng/messages/labels'
import { sayDay } from '@quanheng/papers/paper/dates'
import type { Block, Letter, Table } from '@quanheng/papers/paper/model'

/** Where an adjustment's item stands in the locked version that lay before the meeting. */
const placeOf = (run: RunContent, itemId: string) => {
  for (const leaf of run.leaves) {
    const row = leaf.itemIds.indexOf(itemId)
    if (row < 0) continue
    const unit = run.units.find(({ id }) => id === leaf.unitIds[row])
    return { leafName: leaf.name, unitName: unit?.name ?? '—' }
  }
  return { leafName: '—', unitName: '—' }
}

/** What `minutes` prints at `adjustments[2].from` and `.to` and at `grades[1]`: the decision as it was registered. */
export const decisionFigureAt =
  ({ adjustments, grades = [] }: Decision) =>
  (path: string): string | undefined => {
    const [, graded] = /^grades\[(\d+)\]$/.exec(path) ?? []
    if (graded !== undefined) return grades[Number(graded)]?.grade
    const [, at, which] = /^adjustments\[(\d+)\]\.(from|to)$/.exec(path) ?? []
    const adjustment = adjustments[Number(at)]
    return which === 'from' ? adjustment?.from : which === 'to' ? adjustment?.to : undefined
  }

const adjusted = (run: RunContent, decision: Decision): Table => ({
  kind: 'table',
  unit: '单位：分',
  columns: [
    { width: 14 },
    { width: 36, align: 'left' },
    { width: 30, align: 'left' },
    { width: 16 },
    { width: 16 },
    { width: 44, align: 'left' },
  ],
  header: [['序号', '指标', '考核对象', '原得分', '核定得分', '理由']],
  rows: decision.adjustments.map(({ itemId, from, to, ground, reason }, at) => {
    const { leafName, unitName } = placeOf(run, itemId)
    return [
      String(at + 1),
      leafName,
      unitName,
      { path: `adjustments[${at}].from`, text: from },
      { path: `adjustments[${at}].to`, text: to },
      `${label('zh-CN', 'adjustmentGround', ground)}：${reason}`,
    ]
  }),
})

/** Units whose grade the arithmetic left to the meeting. */
const graded = (run: RunContent, grades: readonly DecidedGrade[]): Table => ({
  kind: 'table',
  columns: [{ width: 14 }, { width: 100, align: 'left' }, { width: 42 }],
  header: [['序号', '单位', '等次']],
  rows: grades.map(({ unitId, grade }, at) => [
    String(at + 1),
    run.units.find(({ id }) => id === unitId)?.name ?? '—',
    { path: `grades[${at}]`, text: grade },
  ]),
})

/** Who was there stands in the meeting's own register: the platform does not know it, the paper keeps its place. */
const asSignedIn = '（按会议签到册填写）'

/** 纪要 of the meeting that decided over a locked version: what was registered from its minutes, verbatim, with what it adjusted. */
export const minutes = (run: RunContent, decision: Decision): Letter => {
  const { ownerName, title, year } = run.plan
  const { adjustments, grades = [] } = decision
  const what = `${year}年度${run.totals === undefined ? '考核评分' : '考评'}结果`
  const body: readonly Block[] = [
    {
      kind: 'paragraph',
      text: `${sayDay(decision.decidedOn)}，${decision.body}审议了《${title}》${what}（锁定版校验值${citedDigest(decision.subject.digest)}）。现将审定意见纪要如下。`,
    },
    { kind: 'paragraph', text: decision.text },
    ...(adjustments.length === 0
      ? []
      : [{ kind: 'paragraph', text: '会议对下列项目的得分作出核定调整：' } as const, adjusted(run, decision)]),
    ...(grades.length === 0
      ? []
      : [{ kind: 'paragraph', text: '会议确定下列单位的等次：' } as const, graded(run, grades)]),
  ]
  return {
    kind: '纪要',
    letterhead: { organs: [ownerName], word: '会议纪要' },
    title: `${decision.body}关于${what}的纪要`,
    addressees: [],
    body,
    attendance: { present: [asSignedIn] },
    signature: { organs: [ownerName], sealed: false, on: decision.decidedOn },
    imprint: { organ: ownerName, on: decision.decidedOn },
  }
}
