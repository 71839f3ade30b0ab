import { showOwnResult } from '@quanheng/contract/own-result'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { Digest } from '../../../shared/digest/Digest.tsx'
import { Figure } from '../../../shared/figure/Figure.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import { LetterPrint } from '../letter/LetterPrint.tsx'
import styles from '../result.module.css'
import { type OwnResult, type OwnScore, sayBasis } from '../result.ts'

const OwnWhy = lazy(() => import('../own/OwnWhy.tsx'))

const columns = (onOpen: (score: OwnScore) => void): readonly Column<OwnScore>[] => [
  { key: 'name', title: t('指标'), width: 200, render: (score) => score.name },
  { key: 'target', title: t('目标值'), figure: true, render: (score) => score.target ?? '—' },
  { key: 'actual', title: t('实际完成'), figure: true, render: (score) => score.actual },
  { key: 'measure', title: t('计量单位'), render: (score) => score.measure },
  { key: 'fullMark', title: t('满分'), figure: true, render: (score) => <Figure value={score.fullMark} /> },
  {
    key: 'points',
    title: t('得分'),
    figure: true,
    render: (score) =>
      score.itemId === null ? (
        <Figure value={score.points} />
      ) : (
        <button type="button" className={styles.why} onClick={() => onOpen(score)}>
          <Figure value={score.points} />
        </button>
      ),
  },
  { key: 'lost', title: t('扣分'), figure: true, render: (score) => <Figure value={score.lost} places={2} /> },
  {
    key: 'reason',
    title: t('扣分理由'),
    width: 220,
    render: (score) =>
      score.deductions.map(({ reason, points }) => t('{{reason}}（{{points}}分）', { reason, points })).join('；'),
  },
  { key: 'basis', title: t('评分依据'), width: 140, render: (score) => sayBasis(score.basis) },
  { key: 'source', title: t('数据来源'), width: 140, optional: true, render: (score) => score.source },
]

const factsOf = ({ ownerName, unitName, issue, total, runDigest }: OwnResult) => [
  { label: t('评分单位'), value: ownerName },
  { label: t('单位'), value: unitName },
  { label: t('发文字号'), value: issue?.documentNumber ?? '—' },
  { label: t('印发日期'), value: issue?.issuedOn ?? '—' },
  ...(total === null
    ? []
    : [
        { label: t('总分'), value: <Figure value={total.points} /> },
        { label: t('组内名次'), value: [total.groupName, total.rank].filter((one) => one !== null).join(' ') },
      ]),
  { label: t('校验码'), value: <Digest value={runDigest} /> },
]

/** What the plan opens to everybody: points side by side, without anybody's reasons. */
const Others = ({ scores }: { readonly scores: readonly OwnScore[] }) =>
  scores
    .filter(({ others }) => others.length > 0)
    .map(({ leafKey, name, others }) => (
      <Section key={leafKey} title={t('{{name}}：各单位得分', { name })}>
        <Sheet
          caption={name}
          columns={[
            { key: 'unit', title: t('考核对象'), render: (other: (typeof others)[number]) => other.unitName },
            { key: 'points', title: t('得分'), figure: true, render: (other) => <Figure value={other.points} /> },
          ]}
          rows={others}
          rowKey={(other) => other.unitName}
        />
      </Section>
    ))

/** The scores of an own unit under one plan, each one click from its reason. */
const OwnResultPage = () => {
  const { planId, unitId } = useParams({ strict: false }) as { planId: string; unitId: string }
  const [opened, setOpened] = useState<OwnScore>()
  const asked = useQueryRoute(showOwnResult, { params: { planId, unitId } })
  const crumbs = [{ title: t('本单位得分'), to: '/own-results' }]
  if (!asked.data) {
    return (
      <Page crumbs={crumbs}>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  }
  const { planTitle, scores } = asked.data
  return (
    <Page
      title={planTitle}
      crumbs={crumbs}
      actions={<Button onClick={() => window.print()}>{t('打印扣分告知书')}</Button>}
    >
      <LetterPrint
        unitName={asked.data.unitName}
        scorerName={asked.data.ownerName}
        planTitle={planTitle}
        rows={scores}
        runDigest={asked.data.runDigest}
      />
      <Facts items={factsOf(asked.data)} />
      <Sheet
        caption={t('本单位得分')}
        columns={columns(setOpened)}
        rows={scores}
        rowKey={(score) => score.leafKey}
        empty={t('本单位没有得分项')}
      />
      <Others scores={scores} />
      {opened && opened.itemId !== null && (
        <Suspense>
          <OwnWhy score={opened} itemId={opened.itemId} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
    </Page>
  )
}

export default OwnResultPage
