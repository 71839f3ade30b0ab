import { acceptFinding, withdrawAcceptance } from '@quanheng/contract/plan'
import { applyProposal } from '@quanheng/domain/plan/apply-proposal'
import { Link } from '@tanstack/react-router'
import { Button, Empty } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { tabOf } from '../../../shared/plan-diff/place.ts'
import { sayBasis } from '../../../shared/plan-diff/say-basis.ts'
import { useSession } from '../../../shared/session/session.ts'
import { sayDay } from '../../../shared/time/time.ts'
import { type ShownPlan, useEditor } from '../editor/editor.ts'
import styles from '../fields/plan.module.css'
import { sayFinding } from './say-finding.ts'
import { rowNameAt } from './where.ts'

const WeightyAct = lazy(() => import('../../../shared/dialog/WeightyAct.tsx').then((m) => ({ default: m.WeightyAct })))

type Finding = ShownPlan['findings'][number]

/** 方案校核: what stops the issue first, what should be seen next, what was let stand last. */
export const FindingsTab = ({ unsaved }: { readonly unsaved: boolean }) => {
  const { plan } = useEditor()
  const open = plan.findings.filter((row) => !row.acceptance)
  const accepted = plan.findings.filter((row) => row.acceptance)
  const groups = [
    { key: 'mustFix', title: word('severity', 'mustFix'), rows: open.filter((row) => row.severity === 'mustFix') },
    { key: 'note', title: word('severity', 'note'), rows: open.filter((row) => row.severity === 'note') },
    { key: 'accepted', title: t('已确认按原文执行'), rows: accepted },
  ]
  return (
    <div className={styles.stack}>
      {unsaved && (
        <p className={styles.heed}>{t('以下按最近一次保存的内容校核。您有未保存的修改，保存后重新校核。')}</p>
      )}
      {plan.findings.length === 0 && <Empty description={t('没有校核意见')} />}
      {groups.map(
        ({ key, title, rows }) =>
          rows.length > 0 && (
            <Section key={key} title={t('{{title}}（{{count}} 项）', { title, count: rows.length })}>
              <div className={styles.list}>
                {[...Map.groupBy(rows, (row) => row.code)].map(([code, same]) => (
                  <Alike key={code} rows={same} />
                ))}
              </div>
            </Section>
          ),
      )}
    </div>
  )
}

/** Many units may lack the same thing: what repeats is folded, so that the other findings are not buried. */
const shown = 3

const Alike = ({ rows }: { readonly rows: readonly Finding[] }) => {
  const folded = rows.length > shown + 1 ? rows.slice(shown) : []
  return (
    <>
      {rows.slice(0, rows.length - folded.length).map((row) => (
        <FindingRow key={row.key} row={row} />
      ))}
      {folded.length > 0 && (
        <details className={styles.alike}>
          <summary>{t('另有 {{count}} 项同类意见', { count: folded.length })}</summary>
          <div className={styles.list}>
            {folded.map((row) => (
              <FindingRow key={row.key} row={row} />
            ))}
          </div>
        </details>
      )}
    </>
  )
}

const FindingRow = ({ row }: { readonly row: Finding }) => {
  const { plan, content, nameOf, openTab } = useEditor()
  const where = rowNameAt(content, row.at, nameOf)
  return (
    <article className={styles.finding} data-severity={row.severity} data-accepted={row.acceptance !== undefined}>
      <p>{sayFinding(row.code, row.params)}</p>
      <p className={styles.note}>
        {where && <span>{t('位置：{{where}}', { where })} </span>}
        {row.basis && row.basis.kind !== 'default' && (
          <span>{t('依据：{{basis}}', { basis: sayBasis(row.basis) })} </span>
        )}
        <Button type="link" size="small" disabled={false} onClick={() => openTab(tabOf(row.at))}>
          {t('去处理')}
        </Button>
        {row.params.noticeId && (
          <Link
            to="/notices/$noticeId"
            params={{ noticeId: row.params.noticeId }}
            search={{ tab: 'findings', place: row.params.place ?? '' } as never}
          >
            {t('看所导入的原文')}
          </Link>
        )}
        {row.params.reviewId && (
          <Link to={'/year-reviews/$reviewId' as never} params={{ reviewId: row.params.reviewId } as never}>
            {t('看总结复盘')}
          </Link>
        )}
        {row.params.adjustmentId && (
          <Link
            to={'/target-adjustments/$adjustmentId' as never}
            params={{ adjustmentId: row.params.adjustmentId } as never}
          >
            {t('看指标调整申请')}
          </Link>
        )}
      </p>
      {row.acceptance ? (
        <Accepted row={row} acceptance={row.acceptance} />
      ) : (
        <div className={styles.row}>
          <Proposals row={row} />
          {row.acceptable && plan.may.includes('accept') && <Accept row={row} />}
        </div>
      )}
    </article>
  )
}

/** What the platform can do on a click, and where to go for the rest. */
const Proposals = ({ row }: { readonly row: Finding }) => {
  const { content, save, readOnly } = useEditor()
  const session = useSession()
  const take = async (proposal: Finding['proposals'][number]) => {
    const after = applyProposal(content, proposal, {
      by: session.person.name,
      on: session.today,
      reason: sayFinding(proposal.code, proposal.params),
    })
    if (!after.ok) notify(sayFinding(after.error.code, after.error.params ?? {}), 'stop')
    else if (await save(after.value)) notify(t('已改正并保存'))
  }
  return row.proposals.map((proposal) => {
    const text = sayFinding(proposal.code, proposal.params)
    if (proposal.code === 'propose.enterCalendar')
      return (
        <Link key={proposal.code} to="/system/calendar">
          {text}
        </Link>
      )
    return proposal.change && !readOnly ? (
      <Button key={`${proposal.code}${text}`} size="small" onClick={() => void take(proposal)}>
        {text}
      </Button>
    ) : (
      <span key={`${proposal.code}${text}`} className={styles.note}>
        {text}
      </span>
    )
  })
}

const Accept = ({ row }: { readonly row: Finding }) => {
  const { plan } = useEditor()
  const [asking, setAsking] = useState(false)
  const command = useCommand(acceptFinding, { onDone: () => setAsking(false) })
  return (
    <>
      <Button size="small" type="dashed" disabled={false} onClick={() => setAsking(true)}>
        {t('按原文执行')}
      </Button>
      {asking && (
        <Suspense>
          <WeightyAct
            act={t('按原文执行')}
            object={plan.title}
            reason="required"
            effects={[
              t('此项不再列为待处理，您的姓名、职务和理由随方案公开。'),
              t('方案改动后此项内容有变的，须重新确认。'),
            ]}
            pending={command.pending}
            refusal={command.refusal}
            onAct={(reason) =>
              void command.run({
                params: { planId: plan.id },
                body: { version: plan.version, finding: row.key, reason },
              })
            }
            onClose={() => setAsking(false)}
          >
            <p>{sayFinding(row.code, row.params)}</p>
          </WeightyAct>
        </Suspense>
      )}
    </>
  )
}

interface AcceptedProps {
  readonly row: Finding
  readonly acceptance: NonNullable<Finding['acceptance']>
}

const Accepted = ({ row, acceptance }: AcceptedProps) => {
  const { plan } = useEditor()
  const command = useCommand(withdrawAcceptance)
  return (
    <div className={styles.row}>
      <span className={styles.note}>
        {t('{{name}}（{{post}}）{{day}}确认按原文执行：{{reason}}', {
          name: acceptance.by.name,
          post: word('post', acceptance.by.post),
          day: sayDay(acceptance.on),
          reason: acceptance.reason,
        })}
      </span>
      {plan.may.includes('withdraw') && (
        <Button
          size="small"
          type="text"
          disabled={false}
          loading={command.pending}
          onClick={() =>
            void command.run({ params: { planId: plan.id }, body: { version: plan.version, finding: row.key } })
          }
        >
          {t('撤回')}
        </Button>
      )}
      <Refusal refusal={command.refusal} />
    </div>
  )
}
