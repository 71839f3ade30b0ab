import { listVersions, planFile } from '@quanheng/contract/plan'
import { Select } from 'antd'
import { useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { addressOf } from '../../../shared/api/input.ts'
import { ObjectHistory } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import { sayMoment } from '../../../shared/time/time.ts'
import { useEditor } from '../editor/editor.ts'
import styles from '../fields/plan.module.css'
import { PlanFiles } from '../file/PlanFiles.tsx'
import { Differences } from './Differences.tsx'

/** 版本与比对: every version that was issued, what differs between two, and who did what to the plan, a return's reason among it. */
export const VersionsTab = () => {
  const { plan } = useEditor()
  const asked = useQueryRoute(listVersions, { params: { planId: plan.id } })
  const rows = asked.data?.rows ?? []
  const drafting = plan.shows === 'draft' && plan.state !== 'issued'
  return (
    <div className={styles.stack}>
      <Section title={t('已印发版本')} actions={<PlanFiles />}>
        <Refusal refusal={asked.error} onRetry={asked.refetch} />
        <Sheet
          caption={t('已印发版本')}
          rows={rows}
          rowKey={(row) => String(row.number)}
          columns={[
            { key: 'number', title: t('版本'), render: (row) => t('第 {{number}} 版', { number: row.number }) },
            { key: 'documentNumber', title: t('发文字号'), render: (row) => row.documentNumber },
            { key: 'documentDate', title: t('成文日期'), render: (row) => row.documentDate },
            {
              key: 'way',
              title: t('方式'),
              render: (row) => (row.way === 'here' ? t('平台印发') : word('planCommand', 'register')),
            },
            { key: 'reason', title: t('修订理由'), width: 110, render: (row) => row.reason ?? '—' },
            {
              key: 'author',
              title: t('办理人'),
              width: 170,
              render: (row) => (
                <>
                  {t('{{name}}（{{post}}）', { name: row.author.name, post: word('post', row.author.post) })}
                  <br />
                  <span className={styles.note}>{sayMoment(row.issuedAt)}</span>
                </>
              ),
            },
            { key: 'accepted', title: t('按原文执行'), figure: true, render: (row) => row.acceptances.length },
            {
              key: 'scan',
              title: t('扫描件'),
              render: (row) =>
                row.scanDigest ? (
                  <a
                    href={addressOf(planFile, { params: { planId: plan.id, digest: row.scanDigest } })}
                    target="_blank"
                    rel="noreferrer"
                  >
                    {t('查看')}
                  </a>
                ) : null,
            },
            {
              key: 'digest',
              title: t('校验码'),
              render: (row) => <code title={row.digest}>{row.digest.slice(0, 12)}</code>,
            },
          ]}
          empty={asked.data ? t('还没有印发过。') : t('正在读取…')}
        />
      </Section>
      {(rows.length > 1 || (rows.length > 0 && drafting)) && (
        <Compare numbers={rows.map((row) => row.number)} drafting={drafting} />
      )}
      {plan.shows === 'draft' && (
        <Section title={t('操作留痕')}>
          <ObjectHistory subjectId={plan.id} />
        </Section>
      )}
    </div>
  )
}

interface CompareProps {
  readonly numbers: readonly number[]
  readonly drafting: boolean
}

const Compare = ({ numbers, drafting }: CompareProps) => {
  const newest = drafting ? 0 : (numbers[0] ?? 0)
  const [from, setFrom] = useState(drafting ? (numbers[0] ?? 1) : (numbers[1] ?? 1))
  const [to, setTo] = useState(newest)
  const options = numbers.map((number) => ({ value: number, label: t('第 {{number}} 版', { number }) }))
  return (
    <Section title={t('版本比对')}>
      <div className={styles.row}>
        <Select aria-label={t('从哪一版')} disabled={false} value={from} options={options} onChange={setFrom} />
        <span>{t('到')}</span>
        <Select
          aria-label={t('到哪一版')}
          disabled={false}
          value={to}
          options={drafting ? [{ value: 0, label: t('本次修订稿') }, ...options] : options}
          onChange={setTo}
        />
      </div>
      <Differences from={from} to={to === 0 ? undefined : to} />
    </Section>
  )
}
