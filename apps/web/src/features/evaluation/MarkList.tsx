import { isHigh } from '@quanheng/domain/evaluation/ballot'
import { Button, Input, Radio } from 'antd'
import { t } from '../../shared/i18n/t.ts'
import work from '../../shared/work/work.module.css'
import styles from './evaluation.module.css'
import type { Channel, OwnBallot } from './evaluation.ts'

export type Marks = Readonly<Record<string, string>>

interface MarkProps {
  readonly channel: Channel
  readonly name: string
  readonly value: string
  readonly onChange: (mark: string) => void
}

/** One unit: the levels to choose from, or a field for points with 不了解 beside it. */
const MarkField = ({ channel, name, value, onChange }: MarkProps) => {
  const unknown = channel.unknown.kind === 'notOffered' ? [] : [{ value: 'unknown', label: t('不了解') }]
  if (channel.scale.kind === 'levels')
    return (
      <Radio.Group
        aria-label={name}
        value={value || null}
        onChange={(event) => onChange(event.target.value as string)}
        options={[...channel.scale.levels.map(({ key, name: label }) => ({ value: key, label })), ...unknown]}
      />
    )
  return (
    <span className={styles.points}>
      <Input
        aria-label={name}
        inputMode="decimal"
        maxLength={30}
        suffix={t('分')}
        value={value === 'unknown' ? '' : value}
        disabled={value === 'unknown'}
        onChange={(event) => onChange(event.target.value)}
      />
      {unknown.length > 0 && (
        <Button
          size="small"
          type={value === 'unknown' ? 'primary' : 'default'}
          aria-pressed={value === 'unknown'}
          aria-label={t('{{name}}：不了解', { name })}
          onClick={() => onChange(value === 'unknown' ? '' : 'unknown')}
        >
          {t('不了解')}
        </Button>
      )}
    </span>
  )
}

/** Whether a mark as typed counts against the forced spread; what is no mark yet does not. */
export const isHighMark = (channel: Channel, mark: string): boolean => {
  const { spread, ...rest } = channel
  const isPoints = channel.scale.kind === 'levels' || /^\d+(\.\d+)?$/.test(mark)
  return mark !== '' && isPoints && isHigh({ ...rest, ...(spread && { spread }) }, mark)
}

interface Props {
  readonly channel: Channel
  readonly ballot: OwnBallot
  readonly marks: Marks
  readonly onChange: (marks: Marks) => void
  readonly verb: string
  readonly pending: boolean
  readonly onSend: () => void
}

/** Every unit on a ballot; what is left and what is too much is said at once, and sent only when nothing is. */
export const MarkList = ({ channel, ballot, marks, onChange, verb, pending, onSend }: Props) => {
  const left = ballot.units.filter(({ unitId }) => !marks[unitId]).length
  const high = Object.values(marks).filter((mark) => isHighMark(channel, mark)).length
  const isTooHigh = ballot.mostHigh !== null && high > ballot.mostHigh
  return (
    <>
      <ul className={styles.ballot}>
        {ballot.units.map(({ unitId, name }) => (
          <li key={unitId}>
            <span>{name}</span>
            <MarkField
              channel={channel}
              name={name}
              value={marks[unitId] ?? ''}
              onChange={(mark) => onChange({ ...marks, [unitId]: mark })}
            />
          </li>
        ))}
      </ul>
      <div className={work.after}>
        <p aria-live="polite" className={isTooHigh ? work.fault : undefined}>
          {left > 0 ? t('还有 {{count}} 个单位没有评。', { count: left }) : t('已全部评完。')}
          {ballot.mostHigh !== null && t('高分最多 {{most}} 个，已给 {{high}} 个。', { most: ballot.mostHigh, high })}
        </p>
        <Button type="primary" loading={pending} disabled={left > 0 || isTooHigh} onClick={onSend}>
          {verb}
        </Button>
      </div>
    </>
  )
}
