import { Button } from 'antd'
import { useRef } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import type { useScan } from './use-scan.ts'

/** Chooses one scan and shows its name. */
export const ScanField = ({ of, label }: { readonly of: ReturnType<typeof useScan>; readonly label: string }) => {
  const file = useRef<HTMLInputElement>(null)
  return (
    <>
      <span>{label}</span>
      <span>
        <input
          ref={file}
          type="file"
          hidden
          aria-label={label}
          accept=".pdf,.jpg,.jpeg,.png,.ofd"
          onChange={(event) => void of.send(event.target.files?.[0])}
        />
        <Button size="small" loading={of.sending} onClick={() => file.current?.click()}>
          {of.scan ? t('重新选择') : t('选择扫描件')}
        </Button>{' '}
        {of.scan?.name}
      </span>
    </>
  )
}
