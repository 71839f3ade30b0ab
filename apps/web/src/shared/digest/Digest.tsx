import { Button } from 'antd'
import { type MouseEvent, useState } from 'react'
import { copyText } from '../clipboard/copy-text.ts'
import { t } from '../i18n/t.ts'
import { notify } from '../notice/notices.ts'
import styles from './digest.module.css'
import { group, shortOf } from './group.ts'

/** 校验码 of 64 signs: its beginning in fours; a click shows the whole and copies it. */
export const Digest = ({ value }: { readonly value: string }) => {
  const [whole, setWhole] = useState(false)
  const show = (event: MouseEvent) => {
    event.stopPropagation()
    setWhole(!whole)
  }
  const copy = async (event: MouseEvent) => {
    event.stopPropagation()
    if (await copyText(value)) notify(t('校验码已复制'), 'done')
  }
  return (
    <span className={styles.digest}>
      <button type="button" aria-expanded={whole} title={whole ? undefined : t('显示完整校验码')} onClick={show}>
        <code>{whole ? group(value) : `${shortOf(value)} …`}</code>
      </button>
      {whole && (
        <Button size="small" onClick={(event) => void copy(event)}>
          {t('复制')}
        </Button>
      )}
    </span>
  )
}
