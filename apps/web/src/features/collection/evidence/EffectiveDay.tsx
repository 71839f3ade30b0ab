import { Input } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { useSession } from '../../../shared/session/session.ts'
import { Labelled } from '../Labelled.tsx'

interface Props {
  readonly value: string
  readonly onChange: (day: string) => void
}

/** The second of the two clocks: when the paper itself took effect. When it was received, the platform notes by itself. */
export const EffectiveDay = ({ value, onChange }: Props) => {
  const { today } = useSession()
  return (
    <Labelled label={t('材料生效日期（选填）')} help={t('文件的成文或生效日期，不晚于今天；收到时间由平台记录。')}>
      {(id) => (
        <Input
          id={id}
          type="date"
          max={today}
          value={value}
          style={{ width: 160 }}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Labelled>
  )
}
