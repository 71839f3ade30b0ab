import { sampleOfficeTemplate } from '@quanheng/contract/office-template'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { download } from '../../../shared/api/download.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import styles from './template.module.css'
import type { Kind, KindTags } from './template.ts'

interface Row {
  readonly tag: string
  readonly meaning: string
  readonly required: boolean
}

const written = (name: string): string => `{${name}}`

/** Tags in the order in which they are explained; a list with both its ends, then what stands between them. */
const rowsOf = ({ tags, lists }: KindTags): readonly Row[] => [
  ...tags.map(({ name, ...rest }) => ({ tag: written(name), ...rest })),
  ...lists.flatMap(({ name, tags: inner, meaning, required }) => [
    { tag: `${written(`#${name}`)} … ${written(`/${name}`)}`, meaning, required },
    ...inner.map((one) => ({
      tag: written(one.name),
      meaning: t('{{list}}中：{{meaning}}', { list: name, meaning: one.meaning }),
      required: required && one.required,
    })),
  ]),
]

/** 标签清单 of each kind of paper, with a template to begin with. */
export const TagTable = ({ kinds }: { readonly kinds: readonly KindTags[] }) => {
  const [chosen, choose] = useState<Kind>('deductionLetter')
  const kind = kinds.find((one) => one.kind === chosen)
  return (
    <Section
      title={t('标签清单')}
      actions={
        <span className={styles.acts}>
          <Select
            size="small"
            aria-label={t('文书')}
            value={chosen}
            options={kinds.map((one) => ({ value: one.kind, label: word('officeTemplateKind', one.kind) }))}
            onChange={choose}
            style={{ width: 160 }}
          />
          <Button
            size="small"
            onClick={() => void download(sampleOfficeTemplate, { params: { templateKind: chosen } })}
          >
            {t('下载样例模板')}
          </Button>
        </span>
      }
    >
      <p>
        {t(
          '在 .docx 中写入标签，用半角花括号。列表的起止标签可放在同一段、同一表格行，或各自单独成段；没有内容时另写的话，放在“^”开头的标签与结束标签之间。',
        )}
      </p>
      {kind && (
        <Sheet
          caption={t('标签清单')}
          rows={rowsOf(kind)}
          rowKey={(row) => `${row.tag}${row.meaning}`}
          columns={[
            {
              key: 'tag',
              title: t('标签'),
              width: 260,
              render: (row) => <span className={styles.tag}>{row.tag}</span>,
            },
            { key: 'meaning', title: t('含义'), width: 460, render: (row) => row.meaning },
            { key: 'required', title: t('必须使用'), width: 100, render: (row) => (row.required ? t('是') : '') },
          ]}
        />
      )}
    </Section>
  )
}
