import { Input, InputNumber } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { useEditor } from '../editor/editor.ts'
import { withMember } from '../editor/rows.ts'
import { Labelled } from '../fields/Labelled.tsx'
import styles from '../fields/plan.module.css'
import { Source } from '../fields/Source.tsx'

/** 公文信息: title, year, addressees, the text itself; number and date come with the issue. */
export const DocumentTab = () => {
  const { content, update } = useEditor()
  const { document } = content
  return (
    <Section title={t('公文信息')} actions={<Source at="title" name={t('标题')} />}>
      <div className={styles.fields}>
        <Labelled label={t('标题')} wide>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={1}
              value={content.title}
              onChange={({ target }) => update({ title: target.value })}
            />
          )}
        </Labelled>
        <Labelled label={t('考评年度')}>
          {(id) => (
            <InputNumber
              id={id}
              min={2000}
              max={2100}
              value={content.year}
              onChange={(year) => year !== null && update({ year })}
            />
          )}
        </Labelled>
        <Labelled label={t('发文字号')}>
          {(id) => <output id={id}>{document.number ?? t('印发时填写')}</output>}
        </Labelled>
        <Labelled label={t('成文日期')}>{(id) => <output id={id}>{document.date ?? t('印发时填写')}</output>}</Labelled>
        <Labelled label={t('主送单位（每行一个）')} wide>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={1}
              value={document.addressees.join('\n')}
              placeholder={t('如：各相关市直部门')}
              onChange={({ target }) =>
                update({
                  document: { ...document, addressees: target.value === '' ? [] : target.value.split('\n') },
                })
              }
            />
          )}
        </Labelled>
        <Labelled label={t('文件全文（供条款引用，可不填）')} wide>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={4}
              value={document.text ?? ''}
              onChange={({ target }) => update({ document: withMember(document, 'text', target.value) })}
            />
          )}
        </Labelled>
      </div>
    </Section>
  )
}
