import { givePost, listSections, listUnits } from '@quanheng/contract/organisation'
import { isAdministrator, type PostKind, postKinds } from '@quanheng/domain/ability/posts'
import { Checkbox, Input, Modal, Select } from 'antd'
import { z } from 'zod'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { Field } from '../../../shared/form/Field.tsx'
import formStyles from '../../../shared/form/form.module.css'
import { noOption } from '../../../shared/form/no-option.ts'
import { useForm } from '../../../shared/form/use-form.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { useSession } from '../../../shared/session/session.ts'
import DayFilter from '../../../shared/table/DayFilter.tsx'
import styles from '../organisation.module.css'

const shape = z.object({ ...givePost.body.shape, title: z.string().max(60) })

const kindsWithSection: readonly PostKind[] = ['sectionHead', 'handler']

interface Props {
  readonly person: { readonly id: string; readonly name: string }
  readonly onClose: () => void
}

/** 任职登记: which post, in which unit and section, from when until when. */
const GivePost = ({ person, onClose }: Props) => {
  const { today } = useSession()
  const give = useCommand(givePost, {
    onDone: () => {
      notify(t('已登记任职'))
      onClose()
    },
  })
  const form = useForm({
    shape,
    initial: {
      kind: '' as PostKind,
      unitId: '',
      sectionId: null as string | null,
      title: '',
      acting: false,
      from: today,
      to: null as string | null,
    },
    refusal: give.refusal,
    onSubmit: ({ title, ...body }) =>
      give.run({ params: { personId: person.id }, body: { ...body, title: title.trim() || null } }),
  })
  const { unitId, kind } = form.values
  const listed = useQueryRoute(listUnits, { query: { size: 200, state: 'active' } })
  const units = listed.data?.rows ?? []
  const asked = useQueryRoute(listSections, { params: { unitId } }, { enabled: unitId !== '' })
  const sections = (asked.data?.rows ?? []).filter((row) => row.unitId === unitId && row.state === 'active')
  return (
    <Modal
      open
      title={t('任职登记：{{name}}', { name: person.name })}
      okText={t('登记')}
      cancelText={t('取消')}
      confirmLoading={give.pending}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <form {...form.formProps} className={formStyles.form}>
        <Field form={form} name="kind" label={t('职务')} required>
          {(bind) => (
            <Select
              {...bind}
              value={kind || null}
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('选择职务')}
              options={postKinds.map((value) => ({ value, label: word('post', value) }))}
            />
          )}
        </Field>
        {isAdministrator(kind) && (
          <p className={styles.note}>
            {t('三员分立：系统、安全、审计三类管理员须由不同的人担任，任期内不得兼任考评业务职务。')}
          </p>
        )}
        <Field form={form} name="unitId" label={t('单位')} required>
          {(bind) => (
            <Select
              {...bind}
              value={unitId || null}
              showSearch={{ optionFilterProp: 'label' }}
              notFoundContent={noOption(listed.isFetching)}
              placeholder={t('选择单位')}
              options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
              onChange={(value: string | null) => {
                form.set('unitId', value ?? '')
                form.set('sectionId', null)
              }}
            />
          )}
        </Field>
        <Field form={form} name="sectionId" label={t('科室')} required={kindsWithSection.includes(kind)}>
          {(bind) => (
            <Select
              {...bind}
              value={form.values.sectionId}
              allowClear
              disabled={unitId === ''}
              notFoundContent={noOption(asked.isFetching)}
              placeholder={unitId === '' ? t('先选择单位') : t('选择科室')}
              options={sections.map((section) => ({ value: section.id, label: section.name }))}
              onChange={(value: string | null | undefined) => form.set('sectionId', value ?? null)}
            />
          )}
        </Field>
        <Field form={form} name="title" label={t('职务名称')} help={t('公文中的称谓，如“四级调研员”')}>
          {(bind) => <Input {...bind} />}
        </Field>
        <Checkbox checked={form.values.acting} onChange={(event) => form.set('acting', event.target.checked)}>
          {t('主持工作（含临时负责）')}
        </Checkbox>
        {form.values.acting && <p className={styles.note}>{t('须填截止日期，到期自动失效，不再有该职务的权限。')}</p>}
        <Field form={form} name="from" label={t('开始日期')} required>
          {(bind) => <DayFilter id={bind.id} value={bind.value} onChange={(day) => form.set('from', day)} />}
        </Field>
        <Field form={form} name="to" label={t('截止日期')} help={t('任职的最后一天；长期任职的留空')}>
          {(bind) => (
            <DayFilter id={bind.id} value={bind.value ?? ''} onChange={(day) => form.set('to', day || null)} />
          )}
        </Field>
        <Refusal refusal={form.unplaced} />
      </form>
    </Modal>
  )
}

export default GivePost
