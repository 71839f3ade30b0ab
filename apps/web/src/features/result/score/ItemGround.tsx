import { whyItem } from '@quanheng/contract/why'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { ObjectHistory } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { WhyGround } from '../../../shared/why/WhyContent.tsx'
import { whyOf } from '../../../shared/why/why-of.ts'
import styles from '../result.module.css'

interface Props {
  readonly itemId: string
  /** Whether the arithmetic of the sheet is shown, where the locked version shows none. */
  readonly steps: boolean
}

/** What stands behind one item, from its score sheet. */
export const ItemGround = ({ itemId, steps }: Props) => {
  const asked = useQueryRoute(whyItem, { params: { itemId } })
  if (asked.data)
    return (
      <WhyGround why={whyOf(asked.data, asked.data.row.unitName, <ObjectHistory subjectId={itemId} />)} steps={steps} />
    )
  return asked.error ? <p className={styles.waiting}>{t('评分表由评分单位保管，您目前不能查看其明细。')}</p> : null
}
