import { objectionOutcomes } from '@quanheng/domain/objection/model'
import { Input, Radio } from 'antd'
import { useId } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import type { Found, Objection } from '../objection.ts'

export interface DraftFound {
  readonly outcome: Found['outcome']
  readonly points: string
}

interface Props {
  readonly label: string
  readonly objection: Objection
  readonly found: DraftFound
  readonly onChange: (found: DraftFound) => void
}

/** 维持原分 or 更正得分 with the points, for a form of two columns. */
export const FoundFields = ({ label, objection, found, onChange }: Props) => {
  const id = useId()
  return (
    <>
      <span>{label}</span>
      <Radio.Group
        value={found.outcome}
        onChange={(event) => onChange({ ...found, outcome: event.target.value as DraftFound['outcome'] })}
        options={objectionOutcomes.map((value) => ({ value, label: word('objectionOutcome', value) }))}
      />
      {found.outcome === 'corrected' && (
        <>
          <label htmlFor={id}>{t('更正后得分')}</label>
          <span>
            <Input
              id={id}
              style={{ width: 120 }}
              maxLength={60}
              value={found.points}
              onChange={(event) => onChange({ ...found, points: event.target.value })}
            />{' '}
            {t('公布得分 {{points}} 分，满分 {{mark}} 分', { points: objection.points, mark: objection.fullMark })}
          </span>
        </>
      )}
    </>
  )
}

export const isFilled = ({ outcome, points }: DraftFound): boolean => outcome === 'kept' || points.trim() !== ''
