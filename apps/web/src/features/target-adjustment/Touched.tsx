import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import type { Column } from '../../shared/table/column.ts'
import { Sheet } from '../../shared/table/Sheet.tsx'
import styles from '../../shared/work/work.module.css'
import type { Adjustment } from './adjustment.ts'

type Item = Adjustment['touched'][number]
type Mark = Adjustment['marks'][number]

/** Signatures fall where what they rest on changes; a new lead unit alone leaves them. */
const falls = ({ aspects, signers }: Item): boolean => aspects.length > 0 && signers.length > 0

const items: readonly Column<Item>[] = [
  { key: 'leaf', title: t('指标'), width: 140, render: (row) => row.leafName },
  { key: 'unit', title: t('单位'), width: 130, render: (row) => row.unitName },
  {
    key: 'aspects',
    title: t('变动'),
    render: (row) =>
      row.aspects.length === 0 ? t('牵头单位') : row.aspects.map((one) => word('signedAspect', one)).join('、'),
  },
  { key: 'reported', title: t('数据'), render: (row) => (row.reported ? t('已报') : t('未报')) },
  {
    key: 'signers',
    title: t('须重新签字'),
    width: 110,
    render: (row) => (falls(row) ? row.signers.join('、') : t('无')),
  },
]

const marks: readonly Column<Mark>[] = [
  { key: 'name', title: t('指标'), width: 300, render: (row) => row.name },
  { key: 'before', title: t('原分值'), figure: true, render: (row) => row.before },
  { key: 'after', title: t('调整后分值'), figure: true, render: (row) => row.after },
]

/** What was done already on items that would move: who must sign again, before anybody agrees. */
export const Touched = ({ adjustment }: { readonly adjustment: Pick<Adjustment, 'touched' | 'marks'> }) => {
  const { touched } = adjustment
  if (touched.length === 0) return <p className={styles.note}>{t('不触及其他评分项。')}</p>
  const reported = touched.filter((one) => one.reported).length
  const again = touched.filter(falls).length
  return (
    <>
      <p>
        {t('触及{{count}}个评分项，其中{{reported}}个已报数据。', { count: touched.length, reported })}
        {again === 0
          ? t('没有签字因此失效。')
          : t('同意后{{count}}个评分项的签字失效，须重新评分签字。', { count: again })}
      </p>
      <Sheet
        caption={t('触及的评分项')}
        columns={items}
        rows={touched}
        rowKey={(row) => `${row.leafKey}${row.unitName}`}
      />
      {adjustment.marks.length > 0 && (
        <div className={styles.after}>
          <p>{t('满分不变，下列分值相应增减：')}</p>
          <Sheet caption={t('分值增减')} columns={marks} rows={adjustment.marks} rowKey={(row) => row.nodeKey} />
        </div>
      )}
    </>
  )
}
