import { listSections } from '@quanheng/contract/organisation'
import { sharePosts, shareRoles } from '@quanheng/domain/superior-plan/model'
import { Button, Input, Select } from 'antd'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { noOption } from '../../../shared/form/no-option.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { UnitPick } from '../../../shared/unit/UnitPick.tsx'
import styles from '../superior-plan.module.css'
import type { GivenShare } from './given.ts'

/** A share as it is typed, with the name of its unit. */
export interface TypedShare extends GivenShare {
  /** Of this dialog alone. */
  readonly row: number
  readonly unitName: string
}

interface Props {
  readonly share: TypedShare
  /** How it is called for those who listen, e.g. 第 1 行. */
  readonly name: string
  readonly onChange: (more: Partial<TypedShare>) => void
  readonly onRemove: () => void
}

const whole = 'whole'

/** One share: who bears it, how much, until when, on what ground. */
export const ShareFields = ({ share, name, onChange, onRemove }: Props) => {
  const { data, isFetching } = useQueryRoute(
    listSections,
    { params: { unitId: share.unitId } },
    { enabled: share.unitId !== '' },
  )
  const sections = share.unitId === '' ? [] : (data?.rows ?? []).filter(({ state }) => state === 'active')
  const text = (field: 'target' | 'marks' | 'ownerName' | 'basis', label: string, maxLength: number) => (
    <div>
      {label}
      <Input
        aria-label={`${name}${label}`}
        maxLength={maxLength}
        value={share[field]}
        onChange={(event) => onChange({ [field]: event.target.value })}
      />
    </div>
  )
  return (
    <fieldset className={styles.share} aria-label={name}>
      <div>
        {t('承担单位')}
        <UnitPick
          label={`${name}${t('承担单位')}`}
          value={share.unitId}
          name={share.unitName}
          onChange={(unitId, unitName) => onChange({ unitId, unitName, sectionId: null })}
        />
      </div>
      <div>
        {t('科室')}
        <Select
          aria-label={`${name}${t('科室')}`}
          value={share.sectionId ?? whole}
          notFoundContent={noOption(isFetching)}
          options={[
            { value: whole, label: t('分解到单位') },
            ...sections.map((section) => ({ value: section.id, label: section.name })),
          ]}
          onChange={(value: string) => onChange({ sectionId: value === whole ? null : value })}
        />
      </div>
      <div>
        {t('责任')}
        <Select
          aria-label={`${name}${t('责任')}`}
          value={share.role}
          options={shareRoles.map((value) => ({ value, label: word('shareRole', value) }))}
          onChange={(role: TypedShare['role']) => onChange({ role })}
        />
      </div>
      <div>
        {t('责任岗位')}
        <Select
          aria-label={`${name}${t('责任岗位')}`}
          value={share.post}
          options={sharePosts.map((value) => ({ value, label: word('sharePost', value) }))}
          onChange={(post: TypedShare['post']) => onChange({ post })}
        />
      </div>
      {text('target', t('分解目标'), 60)}
      {text('marks', t('分解分值'), 60)}
      {text('ownerName', t('责任人'), 60)}
      <div>
        {t('完成时限')}
        <Input
          type="date"
          aria-label={`${name}${t('完成时限')}`}
          value={share.due}
          onChange={(event) => onChange({ due: event.target.value })}
        />
      </div>
      {text('basis', t('分解依据'), 500)}
      <Button type="link" style={{ justifySelf: 'start', alignSelf: 'end' }} onClick={onRemove}>
        {t('移除')}
      </Button>
    </fieldset>
  )
}
