import type { CreditEntry } from '@quanheng/domain/credit/model'
import { creditClasses, gatesOf } from '@quanheng/domain/plan/year-arithmetic'
import { label } from '@quanheng/messages/labels'
import type { Figure } from '@quanheng/papers/paper/model'
import type { FormSheet } from '@quanheng/papers/sheet/model'
import type { PlanInWords } from './plan-rows.ts'

const amounts = {
  claimed: ({ claim }: CreditEntry) => claim.points,
  firstReviewed: ({ standing }: CreditEntry) => standing.firstReview?.points,
  reviewed: ({ standing }: CreditEntry) => standing.review?.points,
} as const
type Amount = keyof typeof amounts

/** What a paper prints at `credits[<id>].claimed`, `.firstReviewed` or `.reviewed`; undefined where the step gave no points. */
export const creditFigureAt =
  (entries: readonly CreditEntry[]) =>
  (path: string): string | undefined => {
    const [, id, name] = /^credits\[([^\]]+)\]\.(claimed|firstReviewed|reviewed)$/.exec(path) ?? []
    const entry = entries.find((one) => one.id === id)
    return entry && amounts[name as Amount](entry)
  }

/** 加减分审核表: every entry that was not withdrawn, by unit, with what each review made of it; signed by who reviewed. */
export const creditReview = (
  { content, names, ownerName }: PlanInWords,
  all: readonly CreditEntry[],
): Omit<FormSheet, 'checkCode'> => {
  const classes = new Map(
    [...creditClasses(content.settings), ...gatesOf(content.settings)].map(({ key, name }) => [key, name]),
  )
  const entries = all
    .filter(({ state }) => state !== 'withdrawn')
    .toSorted((a, b) => (names[a.unitId] ?? '').localeCompare(names[b.unitId] ?? '', 'zh') || (a.id < b.id ? -1 : 1))
  const figure = (entry: CreditEntry, name: Amount): Figure | '—' => {
    const path = `credits[${entry.id}].${name}`
    const text = creditFigureAt(entries)(path)
    return text === undefined ? '—' : { path, text }
  }
  return {
    title: `${content.year}年度绩效考评加减分审核表`,
    organ: ownerName,
    orientation: 'landscape',
    facts: [
      { label: '考评方案', value: content.title },
      { label: '事项', value: `${entries.length}件` },
    ],
    columns: [
      { header: '序号', width: 10, kind: 'text' },
      { header: '单位', width: 34, kind: 'text' },
      { header: '类型', width: 16, kind: 'text' },
      { header: '类别', width: 22, kind: 'text' },
      { header: '事项', width: 44, kind: 'text' },
      { header: '依据文件', width: 52, kind: 'text' },
      { header: '申报', width: 14, kind: 'quantity' },
      { header: '初审', width: 14, kind: 'quantity' },
      { header: '联审', width: 14, kind: 'quantity' },
      { header: '状态', width: 18, kind: 'text' },
    ],
    rows: entries.map((entry, at) => {
      const { matter, proof, classKey, gateKey } = entry.claim
      return [
        String(at + 1),
        names[entry.unitId] ?? '',
        label('zh-CN', 'entryKind', entry.kind),
        classes.get(classKey ?? gateKey ?? '') ?? '—',
        matter,
        `${proof.issuer}《${proof.title}》${proof.number === '' ? '' : `（${proof.number}）`}`,
        figure(entry, 'claimed'),
        figure(entry, 'firstReviewed'),
        figure(entry, 'reviewed'),
        label('zh-CN', 'creditState', entry.state),
      ]
    }),
    notes: [
      '加分、扣分按分值列示，方向见类型；一票否决不列分值。同一事项在汇总时按最高计一次，各类别及合计按方案封顶。',
    ],
    signatures: [{ role: '初审单位' }, { role: '联审人' }, { role: '考评办负责人', stamped: true }],
  }
}
