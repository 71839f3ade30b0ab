import { listSimulationGrounds } from '@quanheng/contract/simulation'
import { Link, useParams } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { sayMoment } from '../../../shared/time/time.ts'
import { Labelled } from '../fields/Labelled.tsx'
import styles from '../fields/plan.module.css'
import { Simulated } from '../simulation/Simulated.tsx'
import type { Ground } from '../simulation/simulation.ts'

const sayGround = ({ year, planTitle, state, frozenAt }: Ground): string =>
  t('{{year}}年 · {{title}}（{{state}}，{{time}}锁定）', {
    year,
    title: planTitle,
    state: word('resultState', state),
    time: sayMoment(frozenAt),
  })

/** 模拟测算: the saved draft held against a locked version that the person chooses; nothing is computed before. */
const SimulationPage = () => {
  const { planId } = useParams({ strict: false }) as { planId: string }
  const asked = useQueryRoute(listSimulationGrounds, { params: { planId } })
  const [chosen, setChosen] = useState<string>()
  const rows = asked.data?.rows ?? []
  return (
    <Page
      crumbs={[
        { title: t('考评方案'), to: '/plans' },
        { title: t('方案'), to: `/plans/${planId}` },
      ]}
    >
      <Refusal refusal={asked.error ?? undefined} />
      <p className={styles.note}>
        {t(
          '按已保存的草稿重新计分，与锁定版比较。会议核定的调整不带入。以前年度的数据在结果审定后使用；本年度数据只供绩效办主任从锁定版测算。每次查看均留痕。',
        )}
      </p>
      {asked.data && rows.length === 0 && (
        <p className={styles.heed}>
          {t('还没有可用的锁定版：以前年度的结果审定后，或本年度结果锁定后由绩效办主任测算。')}
        </p>
      )}
      {rows.length > 0 && (
        <Labelled label={t('与哪一年的锁定版比较')}>
          {(id) => (
            <Select
              id={id}
              style={{ width: '100%', maxWidth: 720 }}
              value={chosen ?? null}
              placeholder={t('选择后即测算并留痕')}
              options={rows.map((ground) => ({ value: ground.resultId, label: sayGround(ground) }))}
              onChange={setChosen}
            />
          )}
        </Labelled>
      )}
      {chosen !== undefined && <Simulated key={chosen} planId={planId} resultId={chosen} />}
      <Link to="/plans/$planId" params={{ planId }}>
        {t('回到方案')}
      </Link>
    </Page>
  )
}

export default SimulationPage
