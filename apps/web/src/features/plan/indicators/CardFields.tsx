import type { IndicatorCard } from '@quanheng/domain/plan/model'
import { Input } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { Labelled } from '../fields/Labelled.tsx'
import styles from '../fields/plan.module.css'

interface Props {
  readonly card: IndicatorCard
  readonly onChange: (card: IndicatorCard) => void
}

const fields = (): readonly {
  readonly key: keyof IndicatorCard
  readonly label: string
  readonly sample: string
}[] => [
  { key: 'formula', label: t('计算公式'), sample: t('如：完成值÷目标值×100%') },
  { key: 'measure', label: t('口径'), sample: t('如：按可比价格计算，不含跨区项目') },
  { key: 'unit', label: t('计量单位'), sample: t('如：亿元') },
  { key: 'period', label: t('统计时段'), sample: t('如：2024年1月—12月') },
  { key: 'publisher', label: t('发布机构'), sample: t('如：市统计局') },
  { key: 'release', label: t('采用哪次数据'), sample: t('如：2025年1月快报数') },
]

/** 指标卡片: formula, measure, unit, period, publisher, which release of the figure counts. */
export const CardFields = ({ card, onChange }: Props) => (
  <div className={styles.fields}>
    {fields().map(({ key, label, sample }) => (
      <Labelled key={key} label={label}>
        {(id) => (
          <Input
            id={id}
            value={card[key]}
            placeholder={sample}
            onChange={({ target }) => onChange({ ...card, [key]: target.value })}
          />
        )}
      </Labelled>
    ))}
  </div>
)
