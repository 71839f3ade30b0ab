import type { showOwnResult } from '@quanheng/contract/own-result'
import type { showLeadReport, showRegister } from '@quanheng/contract/report'
import type { explainScore, scoreTable, showResults, showTotals } from '@quanheng/contract/result'
import type { ReplyOf } from '@quanheng/contract/route'
import type { Basis } from '@quanheng/domain/kernel/basis'
import type { LeadReportState } from '@quanheng/domain/report/model'
import type { ResultState } from '@quanheng/domain/result/model'
import { message } from '../../shared/i18n/message.ts'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import type { Tone } from '../../shared/state/StateTag.tsx'

export type PlanResult = ReplyOf<typeof showResults>
export type Frozen = PlanResult['results'][number]
export type Blocker = PlanResult['blockers'][number]
export type Leaf = ReplyOf<typeof scoreTable>['leaves'][number]
export type ScoreRow = Leaf['rows'][number]
export type Explained = ReplyOf<typeof explainScore>
export type Line = ReplyOf<typeof showRegister>['rows'][number]
export type Report = ReplyOf<typeof showLeadReport>
export type Totals = ReplyOf<typeof showTotals>
export type OwnResult = ReplyOf<typeof showOwnResult>
export type OwnScore = OwnResult['scores'][number]
export type Person = Blocker['people'][number]

export const resultTone: Readonly<Record<ResultState, Tone>> = {
  aggregated: 'going',
  approved: 'done',
  issued: 'done',
  voided: 'stop',
}

export const reportTone: Readonly<Record<LeadReportState, Tone>> = {
  notReported: 'waiting',
  entered: 'heed',
  reported: 'done',
  returned: 'stop',
}

export const sayPerson = ({ name, post }: Person): string => `${name}（${word('post', post)}）`

/** A few by name, the rest by count; `withUnit` where they sit in several bodies. */
export const sayPeople = (people: readonly Person[], withUnit = false): string => {
  const few = people
    .slice(0, 3)
    .map(({ name, post, unitName }) =>
      withUnit ? `${name}（${unitName} ${word('post', post)}）` : sayPerson({ name, post, unitName }),
    )
    .join('、')
  return people.length > 3 ? t('{{names}} 等 {{count}} 人', { names: few, count: people.length }) : few
}

export const sayBlocker = ({ code, params }: Blocker): string => message(code, params)

/** 附件1 or 《…》附件1, or who decided how it is read. */
export const sayBasis = (basis: Basis | null): string => {
  if (basis === null || basis.kind === 'default') return ''
  if (basis.kind === 'clause') return [basis.document, basis.article].filter(Boolean).join(' ')
  return t('{{by}} {{on}} 解释：{{reason}}', basis)
}

export const sayRank = ({ rank, tied }: Totals['groups'][number]['rows'][number]): string =>
  rank === null ? '—' : tied ? t('并列 {{rank}}', { rank }) : String(rank)

/** The locked version that counts now. */
export const standing = ({ results }: Pick<PlanResult, 'results'>): Frozen | undefined =>
  results.find(({ state }) => state !== 'voided')

/** What the plan foresees and nobody has entered: said wherever a total is locked, shown or printed. */
export const sayUnregistered = (kinds: Totals['unregistered']): string | undefined => {
  if (kinds.length === 0) return undefined
  const names = kinds.map((kind) => word('setting', kind)).join('、')
  return t('方案设有{{names}}，台账尚未关账：总分、名次只计入已审定的事项。', { names })
}
