import { noText, notConcernedText, readTyped, typedText, yesText } from '@quanheng/domain/datum/typed-value'
import { Checkbox, Input, Radio } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import styles from '../collection.module.css'
import { type DatumRow, elementOf } from '../row.ts'

interface Props {
  readonly row: DatumRow
  readonly text: string
  readonly onChange: (text: string) => void
}

const tickedIn = (row: DatumRow, text: string): readonly string[] => {
  const read = text === '' ? undefined : readTyped(elementOf(row), text)
  return read?.ok && read.value.kind === 'checklist' ? read.value.ticked : []
}

const Control = ({ row, text, onChange }: Props) => {
  const { element } = row
  if (element.type === 'fact')
    return (
      <Radio.Group value={text} onChange={(event) => onChange(event.target.value as string)}>
        <Radio value={yesText}>{t('是')}</Radio>
        <Radio value={noText}>{t('否')}</Radio>
      </Radio.Group>
    )
  if (element.type === 'checklist') {
    const ticked = tickedIn(row, text)
    const tick = (key: string) => {
      const next = ticked.includes(key) ? ticked.filter((one) => one !== key) : [...ticked, key]
      onChange(typedText(elementOf(row), { kind: 'checklist', ticked: next }))
    }
    return (
      <div className={styles.checks}>
        {(element.entries ?? []).map((entry) => (
          <Checkbox key={entry.key} checked={ticked.includes(entry.key)} onChange={() => tick(entry.key)}>
            {entry.name}
          </Checkbox>
        ))}
      </div>
    )
  }
  return (
    <Input
      aria-label={element.name}
      value={text === notConcernedText ? '' : text}
      inputMode="decimal"
      autoComplete="off"
      disabled={text === notConcernedText}
      suffix={element.unit}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/** The value as its element asks for it: a figure, yes or no, ticks; 不涉及 fits every element. */
export const ValueField = (props: Props) => (
  <fieldset className={styles.label}>
    <legend>{props.row.element.name}</legend>
    <Control {...props} />
    <Checkbox
      checked={props.text === notConcernedText}
      onChange={(event) => props.onChange(event.target.checked ? notConcernedText : '')}
    >
      {t('本单位不涉及此项工作')}
    </Checkbox>
  </fieldset>
)
