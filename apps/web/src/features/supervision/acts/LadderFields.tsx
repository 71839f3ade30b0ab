import { type Ladder, tickets } from '@quanheng/domain/supervision/ticket'
import { Input, InputNumber } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import styles from '../../../shared/work/work.module.css'
import own from '../supervision.module.css'

interface Props {
  readonly ladder: Ladder
  readonly onChange: (ladder: Ladder) => void
}

/** 督办级次: from which time and which day late a ticket is yellow and red, and what follows each. */
export const LadderFields = ({ ladder, onChange }: Props) => {
  const count = (name: 'yellowTimes' | 'redTimes' | 'yellowLate' | 'redLate', label: string) => (
    <InputNumber
      className={own.count ?? ''}
      aria-label={label}
      min={1}
      max={99}
      precision={0}
      value={ladder[name]}
      onChange={(value) => value !== null && onChange({ ...ladder, [name]: value })}
    />
  )
  return (
    <fieldset className={styles.group}>
      <legend>{t('督办级次')}</legend>
      <div className={styles.list}>
        <p className={styles.note}>{t('其余为提示；问题严重的，一开始即为黄色督办。')}</p>
        <span className={own.ladder}>
          {t('黄色督办：第')}
          {count('yellowTimes', t('黄色督办的发现次数'))}
          {t('次发现，或逾期')}
          {count('yellowLate', t('黄色督办的逾期天数'))}
          {t('个工作日')}
        </span>
        <span className={own.ladder}>
          {t('红色督办：第')}
          {count('redTimes', t('红色督办的发现次数'))}
          {t('次发现，或逾期')}
          {count('redLate', t('红色督办的逾期天数'))}
          {t('个工作日')}
        </span>
        {tickets.map((ticket) => (
          <Input
            key={ticket}
            aria-label={t('{{ticket}}的后续措施', { ticket: word('ticket', ticket) })}
            addonBefore={word('ticket', ticket)}
            maxLength={200}
            value={ladder.follows[ticket]}
            onChange={(event) => onChange({ ...ladder, follows: { ...ladder.follows, [ticket]: event.target.value } })}
          />
        ))}
      </div>
    </fieldset>
  )
}
