import { recordItem } from '@quanheng/contract/sheet'
import { Button, Input } from 'antd'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { DraftNote } from '../../../shared/form/DraftNote.tsx'
import { useDraft } from '../../../shared/form/use-draft.ts'
import { t } from '../../../shared/i18n/t.ts'
import { CitedMarks } from '../../../shared/library/CitedMarks.tsx'
import { ClausePick } from '../../../shared/library/ClausePick.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../scoring.module.css'
import type { Row, Sheet } from '../sheet.ts'
import { DeductionFields } from './DeductionFields.tsx'
import { bodyOf, type RowWords, wordsOf } from './row-words.ts'

interface Props {
  readonly sheet: Sheet
  readonly row: Row
  readonly onNext: () => void
  readonly onClose: () => void
}

/** Data source, basis and a reason for every lost point of one row. Ctrl+Enter saves and goes on to the next that lacks one. */
export const RowEditor = ({ sheet, row, onNext, onClose }: Props) => {
  const start = wordsOf(sheet, row)
  const [words, setWords] = useState<RowWords>(start)
  const dirty = JSON.stringify(words) !== JSON.stringify(start)
  const draft = useDraft(`item:${row.itemId}:${row.version}`, words, dirty)
  const record = useCommand(recordItem)
  const id = useId()
  const form = useRef<HTMLElement>(null)
  const { restored } = draft
  useEffect(() => {
    if (restored) setWords(restored)
  }, [restored])
  useEffect(() => {
    ;(form.current?.querySelector<HTMLElement>('textarea') ?? form.current?.querySelector('input'))?.focus()
  }, [])

  const save = async (): Promise<boolean> => {
    const reply = await record.run({ params: { sheetId: sheet.id, itemId: row.itemId }, body: bodyOf(row, words) })
    if (reply) await draft.drop()
    return reply !== undefined
  }
  const onKey = async (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    if (await save()) onNext()
  }
  const set = (part: Partial<RowWords>) => setWords({ ...words, ...part })
  return (
    <section ref={form} className={styles.editor} aria-label={t('填写依据和理由')} onKeyDown={onKey}>
      <h3>{t('填写依据和理由')}</h3>
      <DeductionFields lost={row.lost} value={words.deductions} onChange={(deductions) => set({ deductions })} />
      <div className={styles.fields}>
        <label htmlFor={`${id}s`}>{t('数据来源')}</label>
        <Input
          id={`${id}s`}
          value={words.dataSource}
          maxLength={500}
          onChange={(event) => set({ dataSource: event.target.value })}
        />
        <label htmlFor={`${id}a`}>{t('评分依据（条款）')}</label>
        <Input
          id={`${id}a`}
          value={words.article}
          maxLength={200}
          onChange={(event) => set({ article: event.target.value })}
        />
        <label htmlFor={`${id}d`}>{t('依据文件（本方案可不填）')}</label>
        <Input
          id={`${id}d`}
          value={words.document}
          maxLength={200}
          onChange={(event) => set({ document: event.target.value })}
        />
        <span />
        <span>
          <ClausePick onPick={({ citedAs, article }) => set({ document: citedAs, article })} />{' '}
          <CitedMarks names={[words.document.trim()].filter(Boolean)} />
        </span>
      </div>
      <Refusal refusal={record.refusal} />
      <div className={styles.editorActs}>
        <Button
          type="primary"
          loading={record.pending}
          onClick={async () => {
            if (await save()) onNext()
          }}
        >
          {t('保存并转下一个')}
        </Button>
        <Button disabled={record.pending} onClick={save}>
          {t('保存')}
        </Button>
        <Button type="text" onClick={onClose}>
          {t('收起')}
        </Button>
        <DraftNote draft={draft} />
      </div>
    </section>
  )
}
