import { castBallot } from '@quanheng/contract/evaluation'
import { Button } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../shared/api/hooks.ts'
import { t } from '../../shared/i18n/t.ts'
import { Refusal } from '../../shared/page/Refusal.tsx'
import { Section } from '../../shared/page/Section.tsx'
import { sayMoment } from '../../shared/time/time.ts'
import work from '../../shared/work/work.module.css'
import styles from './evaluation.module.css'
import { type Channel, type Evaluation, type OwnBallot, sayMark, sayRules, sayScale } from './evaluation.ts'
import { MarkList, type Marks } from './MarkList.tsx'

interface Props {
  readonly evaluation: Evaluation
  readonly channel: Channel
  readonly ballot: OwnBallot
}

/** 实名票 of one channel: every unit on it, what is left and what is too much said at once; sent with a receipt. */
export const BallotForm = ({ evaluation, channel, ballot }: Props) => {
  const { content, today, state } = evaluation
  const [marks, setMarks] = useState<Marks>(Object.fromEntries(ballot.marks.map(({ unitId, mark }) => [unitId, mark])))
  const [isChanging, setChanging] = useState(ballot.sentAt === null)
  const cast = useCommand(castBallot, { onDone: () => setChanging(false) })
  const isTime = state === 'open' && today >= content.opensOn && today <= content.closesOn
  const send = () =>
    cast.run({
      params: { evaluationId: evaluation.id },
      body: {
        channelKey: channel.key,
        marks: ballot.units.map(({ unitId }) => ({ unitId, mark: marks[unitId] ?? '' })),
      },
    })
  const isFilling = isTime && isChanging
  return (
    <Section title={t('我的票：{{name}}', { name: channel.name })}>
      <p className={work.note}>
        {t('{{scale}}；{{rules}}。本单位不评。', { scale: sayScale(channel), rules: sayRules(channel) })}
      </p>
      {isFilling ? (
        <MarkList
          channel={channel}
          ballot={ballot}
          marks={marks}
          onChange={setMarks}
          verb={t('提交我的票')}
          pending={cast.pending}
          onSend={() => void send()}
        />
      ) : (
        <ul className={styles.ballot}>
          {ballot.units.map(({ unitId, name }) => (
            <li key={unitId}>
              <span>{name}</span>
              <strong>{marks[unitId] ? sayMark(channel, marks[unitId]) : t('未评')}</strong>
            </li>
          ))}
        </ul>
      )}
      {ballot.sentAt !== null && !isFilling && (
        <p className={work.after}>
          {t('已于 {{at}} 提交，回执号 {{receipt}}。', {
            at: sayMoment(ballot.sentAt),
            receipt: ballot.receipt ?? '',
          })}{' '}
          {isTime && channel.mayChange && <Button onClick={() => setChanging(true)}>{t('修改我的票')}</Button>}
        </p>
      )}
      {ballot.sentAt === null && !isTime && (
        <p>{t('填票时间为 {{from}} 至 {{until}}。', { from: content.opensOn, until: content.closesOn })}</p>
      )}
      <Refusal refusal={cast.refusal} />
    </Section>
  )
}
