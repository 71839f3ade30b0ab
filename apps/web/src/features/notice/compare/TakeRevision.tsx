import { carryChoices, type listNotices, revisePlanFrom } from '@quanheng/contract/notice'
import { showPlan } from '@quanheng/contract/plan'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import type { RowOf } from '../../../shared/table/DataTable.tsx'
import styles from '../notice.module.css'
import type { Notice } from '../notice.ts'

interface Props {
  readonly notice: Notice
  /** The earlier import that this one revises. */
  readonly from: RowOf<typeof listNotices>
}

/** 修订: decide what stayed the same as it was decided, go through the rest, put the changes into the plan made from the earlier file. */
export const TakeRevision = ({ notice, from }: Props) => {
  const carry = useCommand(carryChoices, {
    onDone: ({ carried }) => notify(t('已沿用 {{count}} 项', { count: carried })),
  })
  return (
    <section className={styles.revision} aria-label={t('按修订文件修改方案')}>
      {notice.undecided > 0 && (
        <p>
          {t('还有 {{count}} 项未核对。与那次导入文字相同的可以沿用原来的核对结果，其余是改动的，请逐项核对。', {
            count: notice.undecided,
          })}{' '}
          <Button
            size="small"
            loading={carry.pending}
            onClick={() =>
              void carry.run({
                params: { noticeId: notice.id },
                body: { version: notice.version, fromNoticeId: from.id },
              })
            }
          >
            {t('沿用原核对结果')}
          </Button>
        </p>
      )}
      <Refusal refusal={carry.refusal} />
      {from.planId !== null && <IntoPlan notice={notice} planId={from.planId} />}
    </section>
  )
}

const IntoPlan = ({ notice, planId }: { readonly notice: Notice; readonly planId: string }) => {
  const navigate = useNavigate()
  const plan = useQueryRoute(showPlan, { params: { planId } })
  const command = useCommand(revisePlanFrom, {
    onDone: ({ clashes }) => {
      notify(clashes === 0 ? t('修订已并入方案草稿') : t('修订已并入方案草稿，{{count}} 处请核对', { count: clashes }))
      void navigate({
        to: '/plans/$planId',
        params: { planId },
        search: { tab: clashes === 0 ? 'versions' : 'findings' } as never,
      })
    },
  })
  if (plan.data === undefined) return <Refusal refusal={plan.error} />
  const { title, may, version } = plan.data
  const link = (
    <Link to="/plans/$planId" params={{ planId }}>
      {t('《{{title}}》', { title })}
    </Link>
  )
  if (!may.includes('edit'))
    return (
      <p>
        {t('那次导入生成的方案')}
        {link}
        {may.includes('revise') ? t('已印发。请先在方案页另起修订稿，再回到这里并入。') : t('现在不能修改。')}
      </p>
    )
  return (
    <>
      <p>
        {t('那次导入生成的方案')}
        {link}
        {t('还在起草。并入时只改文件改动的地方；手工改过的保留，两边都改过的保留手工内容并列入方案校核。')}
      </p>
      <Button
        type="primary"
        loading={command.pending}
        disabled={notice.undecided > 0}
        onClick={() =>
          void command.run({
            params: { noticeId: notice.id },
            body: { version: notice.version, planId, planVersion: version },
          })
        }
      >
        {t('并入方案草稿')}
      </Button>
      <Refusal refusal={command.refusal} />
    </>
  )
}
