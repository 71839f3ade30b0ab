import { listSections } from '@quanheng/contract/organisation'
import { proposablePeople, writePeopleLine } from '@quanheng/contract/people-proposal'
import type { PostKind } from '@quanheng/domain/ability/posts'
import { type PeopleLineKind, peopleLineKinds, proposablePosts } from '@quanheng/domain/people-proposal/model'
import { Checkbox, Input, Modal, Radio, Select } from 'antd'
import { z } from 'zod'
import { useCommand, useQueryRoute } from '../../../../shared/api/hooks.ts'
import { Field } from '../../../../shared/form/Field.tsx'
import formStyles from '../../../../shared/form/form.module.css'
import { noOption } from '../../../../shared/form/no-option.ts'
import { useForm } from '../../../../shared/form/use-form.ts'
import { t } from '../../../../shared/i18n/t.ts'
import { word } from '../../../../shared/i18n/word.ts'
import { Refusal } from '../../../../shared/page/Refusal.tsx'
import { useSession } from '../../../../shared/session/session.ts'
import DayFilter from '../../../../shared/table/DayFilter.tsx'
import { type Line, type Proposal, sayKind } from '../proposal.ts'

/** Named as the server names the place of a fault. */
const shape = z.object({
  kind: z.enum(peopleLineKinds),
  login: z.string().trim().min(1).max(64),
  name: z.string().trim().min(1).max(50),
  phone: z.string().max(40),
  mail: z.string().max(100),
  held: z.string().nullable(),
  post: z.string(),
  section: z.string().nullable(),
  title: z.string().max(60),
  acting: z.boolean(),
  from: z.string(),
  to: z.string().nullable(),
  lastDay: z.string(),
})

const withSection: readonly PostKind[] = ['sectionHead', 'handler']
const gives = (kind: PeopleLineKind): boolean => kind === 'joining' || kind === 'added' || kind === 'changed'
const takesHeld = (kind: PeopleLineKind): boolean => kind === 'changed' || kind === 'ended'
const none = 'none'

interface Props {
  readonly proposal: Proposal
  /** Absent: a new line. */
  readonly line: Line | undefined
  readonly onClose: () => void
}

/** One line: who, and what is to change. */
const LineDialog = ({ proposal, line, onClose }: Props) => {
  const { today } = useSession()
  const params = { peopleProposalId: proposal.id }
  const write = useCommand(writePeopleLine, { onDone: onClose })
  const asked = useQueryRoute(proposablePeople, { params })
  const people = asked.data?.rows ?? []
  const sections = (useQueryRoute(listSections, { params: { unitId: proposal.unitId } }).data?.rows ?? []).filter(
    ({ state }) => state === 'active',
  )
  const form = useForm({
    shape,
    initial: {
      kind: line?.kind ?? ('joining' as PeopleLineKind),
      login: line?.login ?? '',
      name: line?.name ?? '',
      phone: line?.phone ?? '',
      mail: line?.mail ?? '',
      held: line?.heldPostId ?? null,
      post: line?.post?.kind ?? none,
      section: line?.post?.sectionId ?? null,
      title: line?.post?.title ?? '',
      acting: line?.post?.acting ?? false,
      from: line?.post?.from ?? today,
      to: line?.post?.to ?? null,
      lastDay: line?.lastDay ?? today,
    },
    check: ({ kind, held, post }) => ({
      ...(takesHeld(kind) && held === null && { held: t('请选择原职务') }),
      ...((kind === 'added' || kind === 'changed') && post === none && { post: t('请选择职务') }),
    }),
    refusal: write.refusal,
    onSubmit: (values) => {
      const { kind, login, name, post } = values
      return write.run({
        params,
        body: {
          lineId: line?.id ?? null,
          version: proposal.version,
          kind,
          login,
          name,
          phone: kind === 'joining' ? values.phone.trim() || null : null,
          mail: kind === 'joining' ? values.mail.trim() || null : null,
          heldPostId: takesHeld(kind) ? values.held : null,
          post:
            gives(kind) && post !== none
              ? {
                  kind: post as PostKind,
                  sectionId: values.section,
                  title: values.title.trim() || null,
                  acting: values.acting,
                  from: values.from,
                  to: values.to,
                }
              : null,
          lastDay: kind === 'ended' || kind === 'leaving' ? values.lastDay : null,
        },
      })
    },
  })
  const { kind, login, post } = form.values
  const person = people.find((one) => one.login === login)
  return (
    <Modal
      open
      width={640}
      title={line ? t('修改一行') : t('增加一行')}
      okText={t('保存')}
      cancelText={t('取消')}
      confirmLoading={write.pending}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <form {...form.formProps} className={formStyles.form}>
        <Radio.Group
          aria-label={t('变动')}
          value={kind}
          onChange={(event) => form.set('kind', event.target.value as PeopleLineKind)}
          options={peopleLineKinds.map((value) => ({ value, label: word('peopleLineKind', value) }))}
        />
        {kind !== 'joining' && (
          <div className={formStyles.field}>
            <label htmlFor={`${form.idOf('login')}-choose`}>{t('从本单位人员中选')}</label>
            <Select
              id={`${form.idOf('login')}-choose`}
              showSearch={{ optionFilterProp: 'label' }}
              notFoundContent={noOption(asked.isFetching)}
              placeholder={t('选择人员')}
              value={person?.personId ?? null}
              options={people.map((one) => ({ value: one.personId, label: `${one.name}（${one.login}）` }))}
              onChange={(personId: string) => {
                const chosen = people.find((one) => one.personId === personId)
                form.set('login', chosen?.login ?? '')
                form.set('name', chosen?.name ?? '')
                form.set('held', chosen?.posts.length === 1 ? (chosen.posts[0]?.id ?? null) : null)
              }}
            />
          </div>
        )}
        <Field
          form={form}
          name="login"
          label={t('登录名')}
          help={kind === 'joining' ? t('可用中文；登记后不能更改') : t('外单位调入的，向本人询问后填写')}
          required
        >
          {(bind) => <Input {...bind} spellCheck={false} />}
        </Field>
        <Field form={form} name="name" label={t('姓名')} required>
          {(bind) => <Input {...bind} />}
        </Field>
        {kind === 'joining' && (
          <>
            <Field form={form} name="phone" label={t('电话')} help={t('催报时供绩效办联系')}>
              {(bind) => <Input {...bind} inputMode="tel" />}
            </Field>
            <Field form={form} name="mail" label={t('邮箱')}>
              {(bind) => <Input {...bind} inputMode="email" />}
            </Field>
          </>
        )}
        {takesHeld(kind) && (
          <Field form={form} name="held" label={t('原职务')} required>
            {(bind) => (
              <Select
                {...bind}
                value={form.values.held}
                placeholder={person ? t('选择原职务') : t('先选择人员')}
                options={(person?.posts ?? []).map((one) => ({
                  value: one.id,
                  label: sayKind(one.kind, one.sectionName),
                }))}
              />
            )}
          </Field>
        )}
        {gives(kind) && (
          <>
            <Field form={form} name="post" label={t('职务')} required={kind !== 'joining'}>
              {(bind) => (
                <Select
                  {...bind}
                  showSearch={{ optionFilterProp: 'label' }}
                  options={[
                    { value: none, label: kind === 'joining' ? t('暂不任职') : t('请选择') },
                    ...proposablePosts.map((value) => ({ value, label: word('post', value) })),
                  ]}
                />
              )}
            </Field>
            {post !== none && (
              <>
                <Field form={form} name="section" label={t('科室')} required={withSection.includes(post as PostKind)}>
                  {(bind) => (
                    <Select
                      {...bind}
                      value={form.values.section}
                      allowClear
                      placeholder={t('选择科室')}
                      options={sections.map((section) => ({ value: section.id, label: section.name }))}
                      onChange={(value: string | null | undefined) => form.set('section', value ?? null)}
                    />
                  )}
                </Field>
                <Field form={form} name="title" label={t('职务名称')} help={t('公文中的称谓，如“四级调研员”')}>
                  {(bind) => <Input {...bind} />}
                </Field>
                <Checkbox checked={form.values.acting} onChange={(event) => form.set('acting', event.target.checked)}>
                  {t('主持工作（含临时负责，须填截止日期）')}
                </Checkbox>
                <Field
                  form={form}
                  name="from"
                  label={t('开始日期')}
                  {...(kind === 'changed' && { help: t('原任职到前一日为止') })}
                  required
                >
                  {(bind) => <DayFilter id={bind.id} value={bind.value} onChange={(day) => form.set('from', day)} />}
                </Field>
                <Field form={form} name="to" label={t('截止日期')} help={t('任职的最后一天；长期任职的留空')}>
                  {(bind) => (
                    <DayFilter id={bind.id} value={bind.value ?? ''} onChange={(day) => form.set('to', day || null)} />
                  )}
                </Field>
              </>
            )}
          </>
        )}
        {(kind === 'ended' || kind === 'leaving') && (
          <Field form={form} name="lastDay" label={t('任职的最后一天')} required>
            {(bind) => <DayFilter id={bind.id} value={bind.value} onChange={(day) => form.set('lastDay', day)} />}
          </Field>
        )}
        <Refusal refusal={form.unplaced} />
      </form>
    </Modal>
  )
}

export default LineDialog
