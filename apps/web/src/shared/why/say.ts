import type { ReplyOf } from '@quanheng/contract/route'
import type { whyItem } from '@quanheng/contract/why'
import type { TraceNode } from '@quanheng/domain/rule/outcome'
import { message } from '../i18n/message.ts'
import { t } from '../i18n/t.ts'

/** What the server answers to why an item has its points. */
export type WhyReply = ReplyOf<typeof whyItem>
type Figure = WhyReply['row']['figures'][number]

/** Children come before what is computed from them, as one would calculate by hand. */
export const stepsOf = (node: TraceNode): readonly TraceNode[] => [...node.children.flatMap(stepsOf), node]

/** A figure in words; `null` is missing. */
export const sayFigure = ({ kind, value }: Pick<Figure, 'kind' | 'value'>): string | null => {
  if (kind === 'notConcerned') return t('不涉及')
  if (kind === 'fact') return value === null ? null : value === 'true' ? t('是') : t('否')
  if (kind === 'checklist' && value === '') return t('无')
  return value
}

/** A blocker in words; reasons of a rule that does not fit its data are said too. */
export const sayBlocker = ({ code, params }: WhyReply['row']['blockers'][number]): string => {
  const fault = params?.fault
  const said = message(code, params)
  return fault ? `${said} ${message(fault)}` : said
}
