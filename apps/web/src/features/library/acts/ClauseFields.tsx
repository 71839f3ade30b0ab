import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import work from '../../../shared/work/work.module.css'
import styles from '../library.module.css'
import type { Clause } from '../library.ts'

interface Props {
  readonly clauses: readonly Clause[]
  readonly onChange: (clauses: Clause[]) => void
}

/** As many as a document takes. */
const most = 600

/** Clauses as they were read or typed, one of them open: hundreds of open fields would be slow, and nobody edits two at once. */
export const ClauseFields = ({ clauses, onChange }: Props) => {
  const [open, setOpen] = useState<number>()
  const id = useId()
  const put = (at: number, clause: Clause) => onChange(clauses.map((one, index) => (index === at ? clause : one)))
  const add = (at: number) => {
    onChange([...clauses.slice(0, at), { article: '', text: '' }, ...clauses.slice(at)])
    setOpen(at)
  }
  const remove = (at: number) => {
    onChange(clauses.filter((_, index) => index !== at))
    setOpen(undefined)
  }
  return (
    <fieldset className={work.group}>
      <legend>{t('条文（{{count}}条）', { count: clauses.length })}</legend>
      {clauses.map((clause, at) => {
        const name = clause.article || t('第{{order}}处', { order: at + 1 })
        return open === at ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: two clauses may be equal while they are typed
          <div key={at} className={work.form}>
            <label htmlFor={`${id}a`}>{t('条款号')}</label>
            <Input
              id={`${id}a`}
              autoFocus
              maxLength={60}
              placeholder={t('如：第五条、四（二）')}
              value={clause.article}
              onChange={({ target }) => put(at, { ...clause, article: target.value })}
            />
            <label htmlFor={`${id}t`}>{t('条文')}</label>
            <Input.TextArea
              id={`${id}t`}
              rows={6}
              maxLength={20_000}
              placeholder={t('照原文录入，每段一行')}
              value={clause.text}
              onChange={({ target }) => put(at, { ...clause, text: target.value })}
            />
            <span />
            <span className={work.acts}>
              <Button size="small" onClick={() => setOpen(undefined)}>
                {t('收起')}
              </Button>
              <Button size="small" disabled={clauses.length >= most} onClick={() => add(at + 1)}>
                {t('在其后增加一条')}
              </Button>
              <Button size="small" onClick={() => remove(at)} aria-label={t('删去 {{name}}', { name })}>
                {t('删去')}
              </Button>
            </span>
          </div>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <div key={at} className={styles.clause}>
            <strong>{clause.article || t('未填条款号')}</strong>
            <p className={styles.cut}>{clause.text || t('未填条文')}</p>
            <Button type="link" size="small" onClick={() => setOpen(at)} aria-label={t('改 {{name}}', { name })}>
              {t('改')}
            </Button>
          </div>
        )
      })}
      <Button size="small" disabled={clauses.length >= most} onClick={() => add(clauses.length)}>
        {t('增加一条')}
      </Button>
    </fieldset>
  )
}
