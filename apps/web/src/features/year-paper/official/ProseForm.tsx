import { editOfficialPaper, type ProseWords } from '@quanheng/contract/official-paper'
import type { ProseBlock } from '@quanheng/domain/official-paper/model'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { withNames, withPaths } from '../../../shared/paper/figure-names.ts'
import styles from './official.module.css'
import type { Official, Standing } from './official.ts'

interface Props {
  readonly official: Official
  readonly paper: Standing
  readonly onDone: () => void
}

const perLine = 60

/** Rows that show the whole text at the form's width; not measured, since the page's policy forbids inline styles. */
const rowsOf = (text: string): number =>
  Math.min(
    10,
    Math.max(
      1,
      text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0),
    ),
  )

/** The prose, block by block. A figure is named in braces and printed from its source; nobody types one. */
export const ProseForm = ({ official, paper, onDone }: Props) => {
  const { blocks, figures } = official
  const [texts, setTexts] = useState<Readonly<Partial<Record<ProseBlock, string>>>>(
    Object.fromEntries(blocks.map(({ block, text }) => [block, withNames(text, figures)])),
  )
  const [last, setLast] = useState<ProseBlock>(
    blocks.some(({ block }) => block === 'overview') ? 'overview' : 'opening',
  )
  const id = useId()
  const edit = useCommand(editOfficialPaper, {
    onDone: () => {
      notify(t('文字已保存'), 'done')
      onDone()
    },
  })
  const words = (): ProseWords =>
    Object.fromEntries(blocks.map(({ block }) => [block, withPaths(texts[block] ?? '', figures)]))
  const quote = (name: string) => {
    setTexts({ ...texts, [last]: `${texts[last] ?? ''}{${name}}` })
    document.getElementById(`${id}${last}`)?.focus()
  }
  return (
    <div className={styles.form}>
      {blocks.map(({ block, required }) => (
        <div key={block} className={styles.field}>
          <label htmlFor={`${id}${block}`}>
            {required ? word('proseBlock', block) : t('{{block}}（选填）', { block: word('proseBlock', block) })}
          </label>
          <Input.TextArea
            id={`${id}${block}`}
            value={texts[block] ?? ''}
            rows={rowsOf(texts[block] ?? '')}
            maxLength={20_000}
            onFocus={() => setLast(block)}
            onChange={(event) => setTexts({ ...texts, [block]: event.target.value })}
          />
        </div>
      ))}
      <div className={styles.field}>
        <span className={styles.soft}>
          {t('数据只能引用，不能手写：点一项，写入“{{block}}”末尾。', { block: word('proseBlock', last) })}
        </span>
        <span className={styles.figures}>
          {figures.map(({ path, name, text }) => (
            <Button key={path} size="small" onClick={() => quote(name)}>
              {t('{{name}}（{{text}}）', { name, text })}
            </Button>
          ))}
        </span>
      </div>
      <Refusal refusal={edit.refusal} />
      <p className={styles.acts}>
        <Button
          type="primary"
          loading={edit.pending}
          onClick={() =>
            edit.run({ params: { officialPaperId: paper.id }, body: { version: paper.version, words: words() } })
          }
        >
          {t('保存文字')}
        </Button>
        <Button onClick={onDone}>{t('取消')}</Button>
      </p>
    </div>
  )
}
