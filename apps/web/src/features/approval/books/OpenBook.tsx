import { openBook } from '@quanheng/contract/number-book'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { useSession } from '../../../shared/session/session.ts'
import styles from '../approval.module.css'

/** 设立发文登记簿: folded away, since a unit does it once a year. */
export const OpenBook = ({ onOpened }: { readonly onOpened?: (bookId: string) => void }) => {
  const [code, setCode] = useState('')
  const year = Number(useSession().today.slice(0, 4))
  const open = useCommand(openBook, { onDone: ({ bookId }) => onOpened?.(bookId) })
  return (
    <details>
      <summary>{t('设立发文登记簿')}</summary>
      <p className={styles.soft}>{t('由本单位自行连续编号时设立；编号不断号，作废的号不再使用。')}</p>
      <p className={styles.acts}>
        <Input
          aria-label={t('机关代字')}
          value={code}
          maxLength={20}
          placeholder={t('机关代字')}
          onChange={(event) => setCode(event.target.value)}
        />
        <Button loading={open.pending} disabled={code.trim() === ''} onClick={() => open.run({ body: { code, year } })}>
          {t('设立 {{year}} 年登记簿', { year })}
        </Button>
      </p>
      <Refusal refusal={open.refusal} />
    </details>
  )
}
