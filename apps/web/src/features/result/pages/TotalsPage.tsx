import { showTotals } from '@quanheng/contract/result'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { sayMoment } from '../../../shared/time/time.ts'
import { LockedPage } from '../locked/LockedPage.tsx'
import styles from '../result.module.css'
import { sayUnregistered, type Totals } from '../result.ts'
import { GroupTable } from '../totals/GroupTable.tsx'
import { TotalsPrint } from '../totals/TotalsPrint.tsx'

const ScoreDrawer = lazy(() => import('../score/ScoreDrawer.tsx'))
const UnitDrawer = lazy(() => import('../totals/UnitDrawer.tsx'))

/** What the plan declared: which total counts, ties, rounding. */
const Rules = ({ totals }: { readonly totals: Totals }) => (
  <p className={styles.rules}>
    {totals.unregistered.length > 0 && <strong>{sayUnregistered(totals.unregistered)} </strong>}
    {totals.weighted && t('各组成部分按权重合成。')}
    {t('总分按{{counts}}计，{{mode}}保留 {{places}} 位小数；{{rankOn}}排名，同分{{ties}}。您查看本页已留痕。', {
      counts: totals.counts === 'normalised' ? t('折算分') : t('原始分'),
      mode: totals.rounding.mode === 'halfUp' ? t('四舍五入') : t('四舍六入五成双'),
      places: totals.rounding.places,
      rankOn: totals.rankOn === 'rounded' ? t('按修约后的分数') : t('按未修约的分数'),
      ties: totals.ties === 'sharedSkip' ? t('并列，占用名次') : t('并列，不占用名次'),
    })}
  </p>
)

interface Opened {
  readonly unitId: string
  /** Absent while the unit's parts are listed. */
  readonly leafKey?: string
}

/** 结果会审: groups side by side, raw and normalised totals beside each other, each figure leading to why. */
const TotalsPage = () => {
  const { planId, resultId } = useParams({ strict: false }) as { planId: string; resultId: string }
  const [opened, setOpened] = useState<Opened>()
  const [large, setLarge] = useState(false)
  const [detailed, setDetailed] = useState(false)
  const asked = useQueryRoute(showTotals, { params: { resultId } })
  const actions = (
    <>
      <Button aria-pressed={detailed} onClick={() => setDetailed(!detailed)}>
        {t('显示各项得分')}
      </Button>
      <Button aria-pressed={large} onClick={() => setLarge(!large)}>
        {t('会议投影')}
      </Button>
      <Button onClick={() => window.print()}>{t('打印')}</Button>
    </>
  )
  return (
    <LockedPage planId={planId} asked={asked} actions={() => actions}>
      {(totals) => (
        <>
          <Rules totals={totals} />
          <p className={styles.waiting}>{t('锁定时间 {{time}}', { time: sayMoment(totals.frozenAt) })}</p>
          <div className={styles.groups} data-large={large} data-detailed={detailed}>
            {totals.groups.map((group) => (
              <GroupTable
                key={group.key}
                group={group}
                totals={totals}
                large={large}
                detailed={detailed}
                onOpen={(unitId, leafKey) => setOpened({ unitId, ...(leafKey !== undefined && { leafKey }) })}
              />
            ))}
          </div>
          <TotalsPrint totals={totals} />
          <Suspense>
            {opened && <Why totals={totals} resultId={resultId} opened={opened} onOpen={setOpened} />}
          </Suspense>
        </>
      )}
    </LockedPage>
  )
}

interface WhyProps {
  readonly totals: Totals
  readonly resultId: string
  readonly opened: Opened
  readonly onOpen: (opened: Opened | undefined) => void
}

/** A unit's parts, and behind each of them why. */
const Why = ({ totals, resultId, opened: { unitId, leafKey }, onOpen }: WhyProps) =>
  leafKey === undefined ? (
    <UnitDrawer
      totals={totals}
      unitId={unitId}
      onOpen={(key) => onOpen({ unitId, leafKey: key })}
      onClose={() => onOpen(undefined)}
    />
  ) : (
    <ScoreDrawer place={{ resultId, unitId, leafKey }} onClose={() => onOpen({ unitId })} />
  )

export default TotalsPage
