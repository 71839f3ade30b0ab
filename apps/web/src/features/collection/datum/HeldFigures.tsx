import { heldFigures } from '@quanheng/contract/held-figure'
import { typedText } from '@quanheng/domain/datum/typed-value'
import { Button } from 'antd'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { sayDay } from '../../../shared/time/time.ts'
import styles from '../collection.module.css'
import type { Edit } from '../edit.ts'
import { type DatumRow, elementOf } from '../row.ts'
import { sayRelease, sayValue } from '../say.ts'

interface Props {
  readonly row: DatumRow
  readonly onTake: (part: Partial<Edit>) => void
}

/** 一数一源: a figure that the own body has confirmed under another plan is offered; taking it fills the form and reports nothing. */
export const HeldFigures = ({ row, onTake }: Props) => {
  const { data } = useQueryRoute(heldFigures, { params: { datumId: row.id } })
  const figures = data?.figures ?? []
  if (figures.length === 0) return null
  return (
    <div className={styles.soft}>
      <p>{t('本单位在别的方案里已报过同名数据，可直接采用，不必再查：')}</p>
      <ul className={styles.list}>
        {figures.map(({ datumId, planTitle, period, value, release, asOf, inTime }) => (
          <li key={datumId}>
            {t('{{value}}（{{release}}，截至{{day}}）', {
              value: sayValue(row, value),
              release: sayRelease(release),
              day: sayDay(asOf),
            })}{' '}
            {period === row.period ? planTitle : t('{{plan}}，统计时段{{period}}', { plan: planTitle, period })}{' '}
            {inTime ? (
              <Button size="small" onClick={() => onTake({ text: typedText(elementOf(row), value), release, asOf })}>
                {t('采用')}
              </Button>
            ) : (
              t('截至日期晚于本方案的数据截止时间，不能直接采用')
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
