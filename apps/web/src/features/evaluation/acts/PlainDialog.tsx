import {
  cancelEvaluation,
  closeEvaluation,
  feedEvaluation,
  openEvaluation,
  tallyEvaluation,
} from '@quanheng/contract/evaluation'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import styles from '../../../shared/work/work.module.css'
import { type Evaluation, sayRules, sayScale } from '../evaluation.ts'

export type PlainAct = 'open' | 'close' | 'tally' | 'feed' | 'cancel'

interface Props {
  readonly evaluation: Evaluation
  readonly act: PlainAct
  readonly onClose: () => void
}

const effectOf = (act: PlainAct, { units, result }: Evaluation): string => {
  switch (act) {
    case 'open':
      return t('方案和评价人名单就此固定，评价人收到通知。')
    case 'close':
      return t('不再收票；纸质票还可以登记计票。')
    case 'tally':
      return t('按方案计算各渠道和合成结果，计票后不能更改。')
    case 'feed':
      return t('{{count}} 个单位的结果报送为方案的数据，由第二人确认；{{missing}} 个单位暂缺。', {
        count: result?.units.filter(({ value }) => value !== null).length ?? 0,
        missing: result?.units.filter(({ value }) => value === null).length ?? units.length,
      })
    case 'cancel':
      return t('不再办理，记录保留；这项数据可以重新评议。')
  }
}

/** An act on the round that needs nothing but, at most, its reason. */
const PlainDialog = ({ evaluation, act, onClose }: Props) => {
  const options = { onDone: onClose }
  const open = useCommand(openEvaluation, options)
  const close = useCommand(closeEvaluation, options)
  const tally = useCommand(tallyEvaluation, options)
  const feed = useCommand(feedEvaluation, options)
  const cancel = useCommand(cancelEvaluation, options)
  const all = [open, close, tally, feed, cancel]
  const params = { evaluationId: evaluation.id }
  const { version, content } = evaluation
  const run = (reason: string) => {
    switch (act) {
      case 'open':
        return open.run({ params, body: { version } })
      case 'close':
        return close.run({ params, body: { version } })
      case 'tally':
        return tally.run({ params, body: { version } })
      case 'feed':
        return feed.run({ params, body: { version, lateReason: reason } })
      case 'cancel':
        return cancel.run({ params, body: { version, reason } })
    }
  }
  return (
    <WeightyAct
      act={word('evaluationCommand', act)}
      object={content.title}
      effects={[effectOf(act, evaluation)]}
      {...(act === 'cancel' && { reason: 'required' as const })}
      {...(act === 'feed' && { reason: 'optional' as const })}
      {...(act === 'open' && { irreversible: [t('开始后不能修改方案，只能撤销后重来。')] })}
      pending={all.some((one) => one.pending)}
      refusal={all.find((one) => one.refusal)?.refusal}
      onClose={onClose}
      onAct={(reason) => void run(reason)}
    >
      <ul>
        {content.channels.map((channel) => (
          <li key={channel.key}>
            {t('{{name}}（{{way}}，{{weight}}%）：{{scale}}；{{rules}}', {
              name: channel.name,
              way: word('channelWay', channel.way),
              weight: channel.weight,
              scale: sayScale(channel),
              rules: sayRules(channel),
            })}
          </li>
        ))}
      </ul>
      {act === 'feed' && <p className={styles.note}>{t('超过报送时限的，请写明逾期原因；没有超过的不必填写。')}</p>}
    </WeightyAct>
  )
}

export default PlainDialog
