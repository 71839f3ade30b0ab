import { whyOwnItem } from '@quanheng/contract/own-result'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import RowDrawer from '../../../shared/table/RowDrawer.tsx'
import { WhyGround } from '../../../shared/why/WhyContent.tsx'
import { whyOf } from '../../../shared/why/why-of.ts'
import styles from '../result.module.css'
import type { OwnScore } from '../result.ts'

interface Props {
  readonly score: OwnScore
  readonly itemId: string
  readonly onClose: () => void
}

/** 为什么是这个分, for the unit that got it: sentence, arithmetic, data, evidence, signatures of its own item. */
const OwnWhy = ({ score, itemId, onClose }: Props) => {
  const asked = useQueryRoute(whyOwnItem, { params: { itemId } })
  return (
    <RowDrawer title={score.name} width={680} onClose={onClose}>
      <div className={styles.reason}>
        <p className={styles.big}>
          <strong>{score.points}</strong>
          <span>{t('满分 {{mark}} 分', { mark: score.fullMark })}</span>
        </p>
        <Refusal refusal={asked.error ?? undefined} />
        {asked.data && <WhyGround why={whyOf(asked.data, asked.data.row.unitName)} />}
      </div>
    </RowDrawer>
  )
}

export default OwnWhy
