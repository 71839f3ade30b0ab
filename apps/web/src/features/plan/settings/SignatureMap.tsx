import { isAdministrator, type PostKind, postKinds } from '@quanheng/domain/ability/posts'
import type { SignatureRole } from '@quanheng/domain/plan/model'
import { Button, Select } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { useEditor } from '../editor/editor.ts'
import { moveBy, removeAt, replaceAt } from '../editor/rows.ts'
import styles from '../fields/plan.module.css'
import { RowActs } from '../fields/RowActs.tsx'

const roles = ['handler', 'sectionHead', 'leaderInCharge'] as const

export const postOptions = (): { readonly value: PostKind; readonly label: string }[] =>
  postKinds.filter((kind) => !isAdministrator(kind)).map((value) => ({ value, label: word('post', value) }))

/** 签字环节: who signs a score sheet, in order. */
export const SignatureMap = () => {
  const { content, update, readOnly } = useEditor()
  const rows = content.signatureMap
  const put = (at: number, row: SignatureRole) => update({ signatureMap: replaceAt(rows, at, row) })
  const free = roles.find((role) => !rows.some((row) => row.role === role))
  return (
    <Section
      title={t('评分表由谁签字')}
      actions={
        !readOnly &&
        free && (
          <Button size="small" onClick={() => update({ signatureMap: [...rows, { role: free, posts: [free] }] })}>
            {t('添加签字环节')}
          </Button>
        )
      }
    >
      {rows.map((row, at) => (
        <div key={row.role} className={styles.row}>
          <span className={styles.note}>{t('第 {{number}} 道', { number: at + 1 })}</span>
          <Select
            aria-label={t('第 {{number}} 道签字', { number: at + 1 })}
            value={row.role}
            style={{ width: 160 }}
            options={roles.map((value) => ({
              value,
              label: word('post', value),
              disabled: value !== row.role && rows.some((other) => other.role === value),
            }))}
            onChange={(role) => put(at, { role, posts: [role] })}
          />
          <div style={{ flex: '1 1 320px' }}>
            <Select
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              aria-label={t('第 {{number}} 道可由哪些职务签', { number: at + 1 })}
              value={[...row.posts]}
              style={{ width: '100%' }}
              options={postOptions()}
              onChange={(posts) => put(at, { ...row, posts })}
            />
          </div>
          {!readOnly && (
            <RowActs
              name={word('post', row.role)}
              onMove={(by) => update({ signatureMap: moveBy(rows, at, by) })}
              onRemove={() => update({ signatureMap: removeAt(rows, at) })}
            />
          )}
        </div>
      ))}
    </Section>
  )
}
