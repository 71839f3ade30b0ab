import { Button } from 'antd'
import { lazy, Suspense, useRef, useState } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import type { CheckedPaper } from '../../../shared/outline/check-file.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { DropArea } from '../../../shared/upload/DropArea.tsx'
import styles from '../conformity.module.css'

const Checked = lazy(() => import('../Checked.tsx'))

type Shown = CheckedPaper | { readonly refused: string } | 'reading' | undefined

const CheckPaperPage = () => {
  const input = useRef<HTMLInputElement>(null)
  const [shown, setShown] = useState<Shown>()
  const take = async (file: File | undefined) => {
    if (!file) return
    setShown('reading')
    const { checkFile } = await import('../../../shared/outline/check-file.ts')
    const result = await checkFile(file)
    setShown(typeof result === 'string' ? { refused: result } : result)
  }
  return (
    <Page>
      <DropArea label={t('选择公文')} onFile={(file) => void take(file)}>
        <p>{t('把 .docx 公文拖到这里，按 GB/T 9704-2012 逐项检查，列出不符合之处和改法。')}</p>
        <Button type="primary" onClick={() => input.current?.click()}>
          {t('选择公文')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".docx"
          aria-label={t('选择公文')}
          onChange={({ target }) => {
            void take(target.files?.[0])
            target.value = ''
          }}
        />
        <p className={styles.soft}>{t('文件只在本机浏览器中读取，不上传、不留存；不超过 30 MB。')}</p>
        <div role="status">
          {shown === 'reading' && <p>{t('正在检查…')}</p>}
          {typeof shown === 'object' && 'refused' in shown && <p className={styles.stop}>{shown.refused}</p>}
        </div>
      </DropArea>
      {typeof shown === 'object' && 'check' in shown && (
        <Suspense fallback={<p>{t('正在检查…')}</p>}>
          <Checked key={shown.name} paper={shown} />
        </Suspense>
      )}
    </Page>
  )
}

export default CheckPaperPage
