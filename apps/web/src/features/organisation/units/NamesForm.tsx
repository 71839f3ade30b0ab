import { changeSection, changeUnit, createSection, createUnit } from '@quanheng/contract/organisation'
import { Input, InputNumber, Modal, Select } from 'antd'
import { z } from 'zod'
import { useCommand } from '../../../shared/api/hooks.ts'
import { Field } from '../../../shared/form/Field.tsx'
import formStyles from '../../../shared/form/form.module.css'
import { useForm } from '../../../shared/form/use-form.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'

interface Named {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly aliases: readonly string[]
  readonly sortCode: number
  readonly state: 'active' | 'closed'
  readonly version: number
}

export type NamesTarget =
  | { readonly kind: 'newUnit' }
  | { readonly kind: 'newSection'; readonly unitId: string }
  | { readonly kind: 'unit' | 'section'; readonly row: Named }

/** The short name may stay blank: it is then the name. */
const shape = z.object({
  ...createUnit.body.shape,
  shortName: z.string().max(40),
  state: z.enum(['active', 'closed']),
})

const titles = (): Readonly<Record<NamesTarget['kind'], string>> => ({
  newUnit: t('登记单位'),
  newSection: t('登记科室'),
  unit: t('修改单位'),
  section: t('修改科室'),
})

/** Names, order and state of a unit or a section; registers a new one or changes one that stands. */
const NamesForm = ({ target, onClose }: { readonly target: NamesTarget; readonly onClose: () => void }) => {
  const done = {
    onDone: () => {
      notify(t('已登记'))
      onClose()
    },
  }
  const newUnit = useCommand(createUnit, done)
  const newSection = useCommand(createSection, done)
  const unit = useCommand(changeUnit, done)
  const section = useCommand(changeSection, done)
  const command = { newUnit, newSection, unit, section }[target.kind]
  const row = 'row' in target ? target.row : undefined
  const form = useForm({
    shape,
    initial: {
      name: row?.name ?? '',
      shortName: row?.shortName ?? '',
      aliases: [...(row?.aliases ?? [])],
      sortCode: row?.sortCode ?? 0,
      state: row?.state ?? ('active' as const),
    },
    refusal: command.refusal,
    onSubmit: ({ state, ...given }) => {
      const names = { ...given, shortName: given.shortName.trim() || given.name }
      if (target.kind === 'newUnit') return newUnit.run({ body: names })
      if (target.kind === 'newSection') return newSection.run({ params: { unitId: target.unitId }, body: names })
      const { id, version } = target.row
      if (target.kind === 'unit') return unit.run({ params: { unitId: id }, body: { ...names, state, version } })
      return section.run({ params: { sectionId: id }, body: { ...names, state, version } })
    },
  })
  return (
    <Modal
      open
      title={titles()[target.kind]}
      okText={t('保存')}
      cancelText={t('取消')}
      confirmLoading={command.pending}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <form {...form.formProps} className={formStyles.form}>
        <Field form={form} name="name" label={t('全称')} required>
          {(bind) => <Input {...bind} autoFocus />}
        </Field>
        <Field form={form} name="shortName" label={t('简称')} help={t('留空同全称')}>
          {(bind) => <Input {...bind} />}
        </Field>
        <Field form={form} name="aliases" label={t('别名')} help={t('曾用名、公文中的其他称谓；输入后按回车')}>
          {(bind) => (
            <Select {...bind} mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '，', ',']} />
          )}
        </Field>
        <Field form={form} name="sortCode" label={t('排序号')} help={t('各类名单按此规范顺序排列')} required>
          {(bind) => <InputNumber {...bind} min={0} max={99_999} style={{ width: 120 }} />}
        </Field>
        {row && (
          <Field
            form={form}
            name="state"
            label={t('状态')}
            help={t('停用后不能再办理新的事项，已有记录不受影响')}
            required
          >
            {(bind) => (
              <Select
                {...bind}
                style={{ width: 120 }}
                options={(['active', 'closed'] as const).map((value) => ({ value, label: word('nounState', value) }))}
              />
            )}
          </Field>
        )}
        <Refusal refusal={form.unplaced} />
      </form>
    </Modal>
  )
}

export default NamesForm
