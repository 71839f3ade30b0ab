import { label } from '@quanheng/messages/labels'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { Narrowing, TakenOut } from '../../platform/jobs/list-file.ts'
import { allObjections, linesOf, type ObjectionFilter } from './list.ts'
import { seesWork } from './scope.ts'
import { sayFound } from './words.ts'

const columns: readonly TableColumn[] = [
  { key: 'order', header: '序号', width: 8, kind: 'text' },
  { key: 'number', header: '编号', width: 20, kind: 'text' },
  { key: 'unit', header: '提出单位', width: 24, kind: 'text' },
  { key: 'plan', header: '考评方案', width: 36, kind: 'text' },
  { key: 'leaf', header: '指标', width: 26, kind: 'text' },
  { key: 'fullMark', header: '满分', group: '公布的得分', width: 10, kind: 'quantity' },
  { key: 'points', header: '得分', group: '公布的得分', width: 10, kind: 'quantity' },
  { key: 'reason', header: '异议理由', width: 44, kind: 'text' },
  { key: 'registered', header: '受理日期', width: 14, kind: 'text' },
  { key: 'scorer', header: '评分单位', width: 24, kind: 'text' },
  { key: 'answer', header: '答复', group: '复核', width: 40, kind: 'text' },
  { key: 'rescoring', header: '复核意见', group: '复核', width: 40, kind: 'text' },
  { key: 'state', header: '状态', width: 12, kind: 'text' },
  { key: 'due', header: '办理期限', width: 14, kind: 'text' },
  { key: 'overdue', header: '逾期工作日', width: 12, kind: 'quantity' },
  { key: 'decided', header: '决定日期', group: '决定', width: 14, kind: 'text' },
  { key: 'body', header: '决定机构', group: '决定', width: 30, kind: 'text' },
  { key: 'words', header: '决定内容', group: '决定', width: 40, kind: 'text' },
  { key: 'to', header: '更正后得分', group: '决定', width: 12, kind: 'quantity' },
]

export const sayNarrowing = ({ q, state, overdue }: ObjectionFilter): Narrowing => [
  ['查找', q],
  ['状态', state && label('zh-CN', 'objectionState', state)],
  ['逾期', overdue && '只列逾期未办'],
]

/** 异议复核登记簿, by number. What the second person has not confirmed is not in it as decided; a unit reads no answer before that. */
export const objectionsTable = async (
  db: Reader,
  actor: Actor,
  filter: ObjectionFilter,
  today: string,
): Promise<TakenOut> => {
  const loaded = await allObjections(db, actor, filter, today)
  const lines = await linesOf(db, actor, loaded, today)
  return {
    title: '异议复核登记簿',
    columns,
    rows: lines.map((line, at) => {
      const { content, standing } = loaded[at]?.model ?? { content: undefined, standing: undefined }
      const decision = standing?.decision?.confirmedBy ? standing.decision : undefined
      const one = loaded[at]
      const { answer, rescoring } = one && (decision || seesWork(actor, one)) ? one.model.standing : {}
      return {
        order: String(at + 1),
        number: line.documentNumber ?? undefined,
        unit: line.unitName,
        plan: line.planTitle,
        leaf: line.leafName,
        fullMark: line.fullMark,
        points: line.points,
        reason: content?.reason,
        registered: line.registeredOn ?? undefined,
        scorer: line.scorerName,
        answer: answer && `${sayFound(answer.found)}：${answer.facts}${answer.reason}`,
        rescoring: rescoring && `${sayFound(rescoring.found)}：${rescoring.reason}`,
        state: label('zh-CN', 'objectionState', line.state),
        due: line.due ?? undefined,
        overdue: line.overdue === 0 ? undefined : String(line.overdue),
        decided: line.decidedOn ?? undefined,
        body: decision?.body,
        words: decision?.words,
        to: line.to ?? undefined,
      }
    }),
    narrowing: sayNarrowing(filter),
    inSight: (await allObjections(db, actor, {}, today)).length,
    scope: '您无权查看的异议',
  }
}
