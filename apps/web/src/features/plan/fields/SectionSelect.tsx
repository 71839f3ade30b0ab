import { listSections } from '@quanheng/contract/organisation'
import { Select } from 'antd'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { noOption } from '../../../shared/form/no-option.ts'
import { t } from '../../../shared/i18n/t.ts'
import { useEditor } from '../editor/editor.ts'

interface Props {
  readonly unitId: string | undefined
  readonly value: string | undefined
  readonly onChange: (sectionId: string | undefined) => void
  readonly label: string
  readonly id?: string
}

/** Sections of the chosen unit; without a unit there is nothing to choose. */
export const SectionSelect = ({ unitId, value, onChange, label, id }: Props) => {
  const editor = useEditor()
  const { data, isFetching } = useQueryRoute(
    listSections,
    { params: { unitId: unitId ?? '' } },
    { enabled: Boolean(unitId) },
  )
  const rows = unitId ? (data?.rows ?? []).filter((section) => section.unitId === unitId) : []
  const options = rows.map((section) => ({ value: section.id, label: section.name }))
  if (value && !options.some((option) => option.value === value))
    options.push({ value, label: editor.nameOf(value) || t('正在读取…') })
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label}
      value={value || null}
      options={options}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      notFoundContent={noOption(isFetching)}
      placeholder={t('选择科室')}
      style={{ width: '100%', minWidth: 120 }}
      popupMatchSelectWidth={false}
      onChange={(next: string | undefined | null) => {
        const chosen = options.find((option) => option.value === next)
        if (chosen) editor.learnNames({ [chosen.value]: chosen.label })
        onChange(next ?? undefined)
      }}
    />
  )
}
