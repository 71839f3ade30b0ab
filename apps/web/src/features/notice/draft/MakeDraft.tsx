import { draftPlan } from '@quanheng/contract/notice'
import { useNavigate } from '@tanstack/react-router'
import { useCommand } from '../../../shared/api/hooks.ts'
import { useForm } from '../../../shared/form/use-form.ts'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { PlanDialog } from '../../../shared/plan-begin/PlanDialog.tsx'
import { useSession } from '../../../shared/session/session.ts'
import { type Notice, wordsOf } from '../notice.ts'
import { titleOf, yearIn } from './title.ts'

/** 生成方案草稿: kind, year and title; what was accepted goes in, the rest is said. */
const MakeDraft = ({ notice, onClose }: { readonly notice: Notice; readonly onClose: () => void }) => {
  const navigate = useNavigate()
  const { today } = useSession()
  const printed = notice.rows.flatMap(({ fields }) => fields).find(({ name }) => name === 'title')
  const title = titleOf(printed ? wordsOf(notice, printed) : '')
  const command = useCommand(draftPlan, {
    onDone: ({ planId }) => {
      notify(t('已生成方案草稿'))
      void navigate({ to: '/plans/$planId', params: { planId } })
    },
  })
  const form = useForm({
    shape: draftPlan.body,
    initial: {
      version: notice.version,
      kind: notice.mayDraft[0] ?? 'indicatorPlan',
      year: yearIn(`${title} ${notice.documentNumber ?? ''}`) ?? Number(today.slice(0, 4)),
      title,
    },
    refusal: command.refusal,
    onSubmit: (body) => command.run({ params: { noticeId: notice.id }, body }),
  })
  return (
    <PlanDialog
      title={t('生成方案草稿')}
      okText={t('生成')}
      form={form}
      kinds={notice.mayDraft}
      pending={command.pending}
      onClose={onClose}
      note={
        <>
          {notice.undecided + notice.asked > 0 && (
            <p>
              {t('未核对的 {{undecided}} 项不进入草稿；待问的 {{asked}} 项留空，列入方案校核。', {
                undecided: notice.undecided,
                asked: notice.asked,
              })}
            </p>
          )}
          {notice.openFindings > 0 && (
            <p>{t('尚未处理的 {{count}} 条意见随草稿进入方案校核。', { count: notice.openFindings })}</p>
          )}
        </>
      }
    />
  )
}

export default MakeDraft
