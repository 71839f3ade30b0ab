import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { StateTag, type Tone } from '../../../shared/state/StateTag.tsx'
import type { PlanRow } from '../editor/editor.ts'

const tones: Readonly<Record<PlanRow['state'], Tone>> = {
  draft: 'going',
  checked: 'heed',
  issued: 'done',
  superseded: 'waiting',
  discarded: 'stop',
}

/** 起草, 已校核, 已印发; a later version being drafted says so beside the one in force. */
export const PlanStateTag = ({ plan }: { readonly plan: Pick<PlanRow, 'state' | 'number' | 'issuedNumber'> }) => {
  const state = plan.state === 'discarded' ? t('已放弃') : word('planState', plan.state)
  const revising = plan.issuedNumber !== null && plan.number > plan.issuedNumber
  const text = revising
    ? t('第{{number}}版{{state}}（现行第{{issued}}版）', { number: plan.number, state, issued: plan.issuedNumber ?? 0 })
    : state
  return <StateTag word={text} tone={tones[plan.state]} />
}
