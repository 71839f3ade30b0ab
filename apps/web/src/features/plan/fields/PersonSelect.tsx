import { directory } from '@quanheng/contract/organisation'
import { Select } from 'antd'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { noOption } from '../../../shared/form/no-option.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { useEditor } from '../editor/editor.ts'

interface Props {
  readonly unitId: string | undefined
  readonly value: string | undefined
  readonly onChange: (personId: string | undefined) => void
  readonly label: string
  readonly id?: string
}

/** People who hold a post in the unit today, with what they are. */
export const PersonSelect = ({ unitId, value, onChange, label, id }: Props) => {
  const editor = useEditor()
  const { data, isFetching } = useQueryRoute(
    directory,
    { query: { unitId: unitId ?? '' } },
    { enabled: Boolean(unitId) },
  )
  const held = unitId ? (data?.rows ?? []).filter((post) => post.unitId === unitId) : []
  const options = [...Map.groupBy(held, (post) => post.personId)].map(([personId, posts]) => ({
    value: personId,
    name: posts[0]?.personName ?? '',
    label: `${posts[0]?.personName ?? ''}（${posts.map((post) => [post.sectionName, word('post', post.kind)].filter(Boolean).join(' ')).join('，')}）`,
  }))
  if (value && !options.some((option) => option.value === value))
    options.push({ value, name: editor.nameOf(value), label: editor.nameOf(value) || t('正在读取…') })
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label}
      value={value || null}
      options={options}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      notFoundContent={noOption(isFetching)}
      placeholder={t('选择人员')}
      style={{ width: '100%' }}
      popupMatchSelectWidth={false}
      onChange={(next: string | undefined | null) => {
        const chosen = options.find((option) => option.value === next)
        if (chosen) editor.learnNames({ [chosen.value]: chosen.name })
        onChange(next ?? undefined)
      }}
    />
  )
}
