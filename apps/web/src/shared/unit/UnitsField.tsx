import { Button } from 'antd'
import { t } from '../i18n/t.ts'
import styles from '../work/work.module.css'
import { UnitPick } from './UnitPick.tsx'

export interface NamedUnit {
  readonly unitId: string
  readonly unitName: string
}

interface Props {
  readonly label: string
  readonly units: readonly NamedUnit[]
  readonly onChange: (units: readonly NamedUnit[]) => void
}

/** Several units of the city, each once; each may be taken out again. */
export const UnitsField = ({ label, units, onChange }: Props) => (
  <span className={styles.list}>
    {units.map((unit) => (
      <span key={unit.unitId}>
        {unit.unitName}{' '}
        <Button
          size="small"
          type="link"
          aria-label={t('移除 {{name}}', { name: unit.unitName })}
          onClick={() => onChange(units.filter(({ unitId }) => unitId !== unit.unitId))}
        >
          {t('移除')}
        </Button>
      </span>
    ))}
    <UnitPick
      label={label}
      value=""
      onChange={(unitId, unitName) =>
        units.some((one) => one.unitId === unitId) ? undefined : onChange([...units, { unitId, unitName }])
      }
    />
  </span>
)
