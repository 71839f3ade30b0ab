import {
  discardCircular,
  proposeCircular,
  returnCircular,
  signCircular,
  urgeCircular,
  withdrawCircular,
} from '@quanheng/contract/circular'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import styles from '../../../shared/work/work.module.css'
import type { Circular, Receipt } from '../circular.ts'

export type PlainAct = 'propose' | 'return' | 'discard' | 'sign' | 'urge' | 'withdraw'

interface Props {
  readonly circular: Circular
  readonly act: PlainAct
  readonly onClose: () => void
}

const effectOf = (act: PlainAct): string => {
  switch (act) {
    case 'propose':
      return t('送请组长或主任签发；签发前不能再修改。')
    case 'return':
      return t('退回起草人修改。')
    case 'discard':
      return t('草稿作废，记录保留。')
    case 'sign':
      return t('记录签收人和时间，起草单位可见。')
    case 'urge':
      return t('通知全部未签收的对象，每日至多一次。')
    case 'withdraw':
      return t('告知全部接收对象停止执行；已印发的文本和签收记录保留，文号不再使用。')
  }
}

const sayReceiver = ({ unitName, post, personName }: Receipt): string =>
  `${unitName}${post === null ? '' : word('post', post)}${personName ?? ''}`

/** An act on the circular that needs nothing but, at most, its reason. */
const PlainDialog = ({ circular, act, onClose }: Props) => {
  const options = { onDone: onClose }
  const propose = useCommand(proposeCircular, options)
  const back = useCommand(returnCircular, options)
  const discard = useCommand(discardCircular, options)
  const sign = useCommand(signCircular)
  const urge = useCommand(urgeCircular, options)
  const withdraw = useCommand(withdrawCircular, options)
  const all = [propose, back, discard, sign, urge, withdraw]
  const params = { circularId: circular.id }
  const { version } = circular
  const waiting = circular.receipts.filter(({ signedAt }) => signedAt === null)
  const own = waiting.filter(({ mine }) => mine)
  /** Somebody who signs for a unit and in person signs for both at once. */
  const signAll = async () => {
    for (const { key } of own) if ((await sign.run({ params, body: { key } })) === undefined) return
    onClose()
  }
  const run = (reason: string) => {
    switch (act) {
      case 'propose':
        return propose.run({ params, body: { version } })
      case 'return':
        return back.run({ params, body: { version, reason } })
      case 'discard':
        return discard.run({ params, body: { version, reason } })
      case 'sign':
        return signAll()
      case 'urge':
        return urge.run({ params, body: { version } })
      case 'withdraw':
        return withdraw.run({ params, body: { version, reason } })
    }
  }
  const reasoned = act === 'return' || act === 'discard' || act === 'withdraw'
  const listed = act === 'sign' ? own : act === 'urge' ? waiting : circular.receipts
  return (
    <WeightyAct
      act={word('circularCommand', act)}
      object={circular.title}
      effects={[effectOf(act)]}
      {...(reasoned && { reason: 'required' as const })}
      pending={all.some((one) => one.pending)}
      refusal={all.find((one) => one.refusal)?.refusal}
      onClose={onClose}
      onAct={(reason) => void run(reason)}
    >
      <p>{t('对象 {{count}} 个：', { count: listed.length })}</p>
      <p className={styles.words}>{listed.map(sayReceiver).join('、') || t('无')}</p>
    </WeightyAct>
  )
}

export default PlainDialog
