import type { ReplyOf } from '@quanheng/contract/route'
import type { listSheets, showSheet } from '@quanheng/contract/sheet'
import type { Basis } from '@quanheng/domain/kernel/basis'
import type { SheetState } from '@quanheng/domain/sheet/model'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import type { Tone } from '../../shared/state/StateTag.tsx'

export type SheetLine = ReplyOf<typeof listSheets>['rows'][number]
export type Sheet = ReplyOf<typeof showSheet>
export type Row = Sheet['rows'][number]
export type Figure = Row['figures'][number]
export type Blocker = Sheet['blockers'][number]

export const toneOf: Readonly<Record<SheetState, Tone>> = {
  toScore: 'waiting',
  scored: 'going',
  awaitingHead: 'going',
  returned: 'stop',
  signed: 'done',
  toVerify: 'going',
  verified: 'done',
  aggregated: 'done',
}

/** 附件1 or 《…》附件1, or who decided how it is read. */
export const sayBasis = (basis: Basis | null): string => {
  if (basis === null || basis.kind === 'default') return ''
  if (basis.kind === 'clause') return [basis.document, basis.article].filter(Boolean).join(' ')
  return t('{{by}} {{on}} 解释：{{reason}}', basis)
}

/** Why a signature fell: a code of the workflow, or the words that were given. */
export const sayCause = (cause: string): string => {
  if (cause === 'recalled') return t('经办人撤回')
  if (cause === 'returned') return t('负责人退回')
  return cause
}

/** Section and unit of the scoring side, shortest first. */
export const scorerOf = (sheet: Pick<SheetLine, 'scorerUnitName' | 'scorerSectionName'>): string =>
  sheet.scorerSectionName ? `${sheet.scorerUnitName} ${sheet.scorerSectionName}` : sheet.scorerUnitName

/** Who acts next, by name where somebody holds the post, else by the post. */
export const sayNext = (next: SheetLine['next']): string => {
  if (next === null) return ''
  const who =
    next.people.length > 0
      ? next.people.map(({ name }) => name).join('、')
      : next.posts.map((post) => word('post', post)).join('、')
  return `${who} · ${word('sheetCommand', next.command)}`
}

/** A row that lost points and has not said why. */
export const lacksReason = (row: Row): boolean =>
  row.blockers.some(({ code }) =>
    [
      'item.reasonMissing',
      'item.clauseMissing',
      'item.reasonsDoNotAdd',
      'item.sourceMissing',
      'item.basisMissing',
    ].includes(code),
  )
