import { editPaper, type PaperWords } from '@quanheng/contract/report'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { withNames, withPaths } from '../../../shared/paper/figure-names.ts'
import styles from '../approval.module.css'
import type { Paper } from '../approval.ts'

const paragraphs = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

interface AreaProps {
  readonly label: string
  readonly value: readonly string[]
  readonly figures: Paper['figures']
  readonly onChange: (value: string[]) => void
}

const perLine = 60

/** Rows that show the whole text at the form's width; not measured, since the page's policy forbids inline styles. */
const rowsOf = (text: string): number => {
  const rows = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 1)
  return Math.min(Math.max(rows, 2), 10)
}

/** Several paragraphs, one a line. */
const Area = ({ label, value, figures, onChange }: AreaProps) => {
  const id = useId()
  const [text, setText] = useState(value.map((prose) => withNames(prose, figures)).join('\n'))
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        value={text}
        rows={rowsOf(text)}
        onChange={(event) => {
          setText(event.target.value)
          onChange(paragraphs(event.target.value).map((prose) => withPaths(prose, figures)))
        }}
      />
    </div>
  )
}

interface LineProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

const Line = ({ label, value, onChange }: LineProps) => {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <Input id={id} value={value} maxLength={300} onChange={(event) => onChange(event.target.value)} />
    </div>
  )
}

/** The words of both papers. Figures are named in braces and come from the locked version; nobody types them. */
export const WordsForm = ({ paper, onDone }: { readonly paper: Paper; readonly onDone: () => void }) => {
  const [words, setWords] = useState<PaperWords>(paper.words)
  const edit = useCommand(editPaper, {
    onDone: () => {
      notify(t('文字已保存'), 'done')
      onDone()
    },
  })
  const set = (part: Partial<PaperWords>) => setWords({ ...words, ...part })
  const setLetter = (part: Partial<PaperWords['letter']>) => set({ letter: { ...words.letter, ...part } })
  const { letter } = words
  const { figures } = paper
  return (
    <div className={styles.words}>
      <Section title={t('报送公文')}>
        <Line label={t('公文标题')} value={letter.title} onChange={(title) => setLetter({ title })} />
        <Line
          label={t('主送机关')}
          value={letter.addressees.join('、')}
          onChange={(text) => setLetter({ addressees: text.split('、') })}
        />
        <Area
          figures={figures}
          label={t('公文正文（每行一段）')}
          value={letter.body}
          onChange={(body) => setLetter({ body })}
        />
        <Line
          label={t('联系人')}
          value={letter.contact.name}
          onChange={(name) => setLetter({ contact: { ...letter.contact, name } })}
        />
        <Line
          label={t('联系电话')}
          value={letter.contact.phone}
          onChange={(phone) => setLetter({ contact: { ...letter.contact, phone } })}
        />
        <Line
          label={t('抄送')}
          value={letter.copies.join('、')}
          onChange={(text) => setLetter({ copies: text.split('、') })}
        />
      </Section>
      <Section title={t('评分报告')}>
        <Line label={t('报告标题')} value={words.title} onChange={(title) => set({ title })} />
        <Area
          figures={figures}
          label={t('考核工作概况')}
          value={words.overview}
          onChange={(overview) => set({ overview })}
        />
        <Area
          figures={figures}
          label={t('指标完成情况')}
          value={words.completion}
          onChange={(completion) => set({ completion })}
        />
        <Area
          figures={figures}
          label={t('评（扣）分结果')}
          value={words.scores}
          onChange={(scores) => set({ scores })}
        />
        <Area figures={figures} label={t('有关说明')} value={words.notes} onChange={(notes) => set({ notes })} />
      </Section>
      <details>
        <summary>{t('可引用的数据（用花括号写出，数字取自锁定版）')}</summary>
        <ul className={styles.figures}>
          {figures.map((figure) => (
            <li key={figure.path}>
              <code>{`{${figure.name}}`}</code> {figure.text}
            </li>
          ))}
        </ul>
      </details>
      <Refusal refusal={edit.refusal} />
      <p className={styles.acts}>
        <Button
          type="primary"
          loading={edit.pending}
          onClick={() => edit.run({ params: { paperId: paper.id }, body: { version: paper.version, words } })}
        >
          {t('保存文字')}
        </Button>
        <Button onClick={onDone}>{t('取消')}</Button>
      </p>
    </div>
  )
}
