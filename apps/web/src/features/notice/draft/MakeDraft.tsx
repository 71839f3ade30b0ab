import { draftPlan } from '@quanheng/contract/notice'
import { useNavigate } from '@tanstack/react-router'
import { Input, InputNumber, Modal, Select } from 'antd'
import { useCommand } from '../../../shared/api/hooks.ts'
import { Field } from '../../../shared/form/Field.tsx'
import formStyles from '../../../shared/form/form.module.css'
import { useForm } from '../../../shared/form/use-form.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
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
    <Modal
      open
      title={t('生成方案草稿')}
      okText={t('生成')}
      cancelText={t('取消')}
      confirmLoading={command.pending}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <form {...form.formProps} className={formStyles.form}>
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
        <Field form={form} name="kind" label={t('类型')} required>
          {(bind) => (
            <Select
              {...bind}
              options={notice.mayDraft.map((kind) => ({ value: kind, label: word('planKind', kind) }))}
            />
          )}
        </Field>
        <Field form={form} name="year" label={t('考评年度')} required>
          {(bind) => <InputNumber {...bind} min={2000} max={2100} style={{ width: 120 }} />}
        </Field>
        <Field form={form} name="title" label={t('标题')} required>
          {(bind) => <Input.TextArea {...bind} rows={2} />}
        </Field>
        <Refusal refusal={form.unplaced} />
      </form>
    </Modal>
  )
}

export default MakeDraft
