import { addressablePosts } from '@quanheng/domain/circular/transitions'
import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { UnitPick } from '../../../shared/unit/UnitPick.tsx'
import { type NamedUnit, UnitsField } from '../../../shared/unit/UnitsField.tsx'
import styles from '../../../shared/work/work.module.css'

type Post = (typeof addressablePosts)[number]

export interface To {
  readonly group: boolean
  readonly units: readonly NamedUnit[]
  readonly posts: readonly (NamedUnit & { readonly post: Post })[]
}

interface Props {
  readonly to: To
  readonly onChange: (to: To) => void
}

/** 发送对象: the whole leading group, units, or posts in a unit, whose holders sign in person. */
export const Addressees = ({ to, onChange }: Props) => {
  const [post, setPost] = useState<Post>('sectionHead')
  const without = (one: To['posts'][number]) => to.posts.filter((other) => other !== one)
  return (
    <>
      <span>{t('领导小组')}</span>
      <Checkbox checked={to.group} onChange={(event) => onChange({ ...to, group: event.target.checked })}>
        {t('全体成员（成员单位由现任主要领导所在单位签收）')}
      </Checkbox>
      <span>{t('单位')}</span>
      <UnitsField label={t('增加单位')} units={to.units} onChange={(units) => onChange({ ...to, units })} />
      <span>{t('岗位')}</span>
      <span className={styles.list}>
        {to.posts.map((one) => (
          <span key={`${one.unitId}${one.post}`}>
            {one.unitName} {word('post', one.post)}{' '}
            <Button
              size="small"
              type="link"
              aria-label={t('移除 {{name}}', { name: `${one.unitName}${word('post', one.post)}` })}
              onClick={() => onChange({ ...to, posts: without(one) })}
            >
              {t('移除')}
            </Button>
          </span>
        ))}
        <span className={styles.pair}>
          <Select
            aria-label={t('岗位')}
            value={post}
            options={addressablePosts.map((value) => ({ value, label: word('post', value) }))}
            onChange={setPost}
          />
          <UnitPick
            label={t('岗位所在单位')}
            value=""
            onChange={(unitId, unitName) =>
              to.posts.some((one) => one.unitId === unitId && one.post === post)
                ? undefined
                : onChange({ ...to, posts: [...to.posts, { unitId, unitName, post }] })
            }
          />
        </span>
      </span>
    </>
  )
}
