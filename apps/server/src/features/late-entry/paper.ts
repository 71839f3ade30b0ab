import { digestOf } from '@quanheng/domain/kernel/digest'
import { checkCode } from '@quanheng/domain/signature/check-code'
import { label } from '@quanheng/messages/labels'
import { sayDay } from '@quanheng/papers/paper/dates'
import type { FormSheet } from '@quanheng/papers/sheet/model'
import { minuteOf } from '../../platform/door/context.ts'
import { sha256 } from '../../platform/log/means.ts'
import type { LateEntryLine } from './present.ts'

const person = ({ name, post, unitName }: LateEntryLine['askedBy']): string =>
  `${unitName}${label('zh-CN', 'post', post)} ${name}`

/** The answer, or room to write it. */
const answered = ({ state, decision }: LateEntryLine) => {
  if (decision === null) {
    const opinion = state === 'withdrawn' ? '申请单位已撤回' : '□同意　□不同意'
    return [
      { label: '牵头单位意见', value: opinion },
      { label: '同意补报至', value: '　　年　　月　　日' },
    ]
  }
  const words = decision.until === null ? '不同意' : '同意'
  return [
    { label: '牵头单位意见', value: decision.reason === '' ? words : `${words}。${decision.reason}` },
    { label: '同意补报至', value: decision.until === null ? '—' : sayDay(decision.until) },
    { label: '批复人', value: `${person(decision.by)}，${minuteOf(new Date(decision.at))}` },
  ]
}

/** 补报申请审批单: what is asked, for which figures and why; the answer, or room for it; signatures of both sides. */
export const lateEntryForm = (
  line: LateEntryLine,
  organ: string,
  { today, seal }: { readonly today: string; readonly seal: string | undefined },
): FormSheet => {
  const paper: Omit<FormSheet, 'checkCode'> = {
    title: '考评数据补报申请审批单',
    organ,
    orientation: 'portrait',
    facts: [
      { label: '申请单位', value: line.askedName },
      { label: '考核单位', value: line.unitName },
      { label: '考评方案', value: line.planTitle },
      { label: '指标名称', value: line.leafName },
      { label: '申请人', value: `${person(line.askedBy)}，${minuteOf(new Date(line.askedAt))}` },
      { label: '申请补报至', value: sayDay(line.wantedUntil) },
      { label: '逾期原因', value: line.reason },
      ...answered(line),
    ],
    columns: [
      { header: '序号', width: 12, kind: 'text' },
      { header: '数据名称', width: 70, kind: 'text' },
      { header: '数据状态', width: 30, kind: 'text' },
      { header: '现行期限', width: 40, kind: 'text' },
    ],
    rows: line.data.map((one, at) => [
      String(at + 1),
      one.name,
      label('zh-CN', 'datumState', one.state),
      sayDay(one.due),
    ]),
    notes: ['同意后，本单位本指标的数据在补报期限内可以报送，注明逾期补报；方案规定迟报扣分的，按方案计算。'],
    signatures: [
      { role: '申请单位负责人', stamped: true },
      { role: '牵头单位负责人', stamped: true },
    ],
  }
  const code = checkCode(digestOf(sha256, { v: 1, noun: 'lateEntryForm', ...paper }))
  return { ...paper, checkCode: code, label: '内部资料', on: today, ...(seal && { seal }) }
}
