import { type Release, releases } from '@quanheng/domain/datum/model'
import { Input, Radio } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import styles from '../collection.module.css'
import { type Edit, needsReason } from '../edit.ts'
import { Labelled } from '../Labelled.tsx'
import type { DatumRow } from '../row.ts'
import { sayRelease } from '../say.ts'
import { ValueField } from './ValueField.tsx'

interface Props {
  readonly row: DatumRow
  readonly edit: Edit
  readonly onChange: (part: Partial<Edit>) => void
  /** What the reason is called where it is not a correction. */
  readonly reasonLabel?: string
  /** Of what kind the figure may be; all kinds where nobody says. */
  readonly kinds?: readonly Release[]
}

/** What is reported of one figure: the value, up to which day, which release, and why where a reason is due. */
export const FigureFields = ({ row, edit, onChange, reasonLabel = t('更正说明'), kinds = releases }: Props) => (
  <div className={styles.fields}>
    <ValueField row={row} text={edit.text} onChange={(text) => onChange({ text })} />
    <Labelled label={t('数据截至日期')} help={t('不晚于数据截止时间{{cutoff}}', { cutoff: row.cutoff })}>
      {(id) => (
        <Input
          id={id}
          type="date"
          value={edit.asOf}
          max={row.cutoff}
          onChange={(event) => onChange({ asOf: event.target.value })}
        />
      )}
    </Labelled>
    <fieldset className={styles.label}>
      <legend>{t('数据性质')}</legend>
      <Radio.Group
        value={edit.release}
        onChange={(event) => onChange({ release: event.target.value as Edit['release'] })}
      >
        {kinds.toReversed().map((release) => (
          <Radio key={release} value={release}>
            {sayRelease(release)}
          </Radio>
        ))}
      </Radio.Group>
    </fieldset>
    {needsReason(row, edit) && (
      <Labelled label={row.last === null ? t('不涉及的理由') : reasonLabel} wide>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={500}
            value={edit.reason}
            onChange={(event) => onChange({ reason: event.target.value })}
          />
        )}
      </Labelled>
    )}
    {(row.overdue || row.extended === 'lateEntry') && (
      <Labelled label={t('逾期原因')} {...(!row.overdue && { help: t('不填的，注明补报申请所写的原因') })} wide>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={500}
            value={edit.lateReason}
            onChange={(event) => onChange({ lateReason: event.target.value })}
          />
        )}
      </Labelled>
    )}
  </div>
)
