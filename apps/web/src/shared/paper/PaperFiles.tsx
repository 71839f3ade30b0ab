import type { QueryRoute } from '@quanheng/contract/route'
import { Button, Space } from 'antd'
import { useState } from 'react'
import { download, type FileRoute } from '../api/download.ts'
import type { CallInput } from '../api/input.ts'
import { RefusedError } from '../api/refused.ts'
import { t } from '../i18n/t.ts'
import { Icon } from '../icon/Icon.tsx'
import { Refusal } from '../page/Refusal.tsx'

type Format = 'docx' | 'pdf' | 'ofd'

/** A route that gives one paper in the format asked for. */
type PaperRoute = FileRoute & { readonly query: NonNullable<QueryRoute['query']> }

export interface PaperFilesProps<R extends PaperRoute> {
  /** What is downloaded: 评分报告. */
  readonly label: string
  readonly route: R
  readonly params: Readonly<Record<string, string>>
  /** What the route asks for beside the format. */
  readonly query?: Readonly<Record<string, string>>
  readonly size?: 'small' | 'middle'
  readonly disabled?: boolean
}

/** One paper in the three formats: .docx to edit, PDF to print, OFD to keep. */
export function PaperFiles<R extends PaperRoute>({
  label,
  route,
  params,
  query = {},
  size = 'middle',
  disabled = false,
}: PaperFilesProps<R>) {
  const [refusal, setRefusal] = useState<RefusedError>()
  const [busy, setBusy] = useState<Format>()
  const take = async (format: Format) => {
    setBusy(format)
    setRefusal(undefined)
    try {
      await download(route, { params, query: { ...query, format } } as unknown as CallInput<R>)
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      setRefusal(error)
    } finally {
      setBusy(undefined)
    }
  }
  const button = (format: Format) => ({
    size,
    disabled: disabled || (busy !== undefined && busy !== format),
    loading: busy === format,
    onClick: () => void take(format),
  })
  return (
    <>
      <Space.Compact size={size}>
        <Button {...button('docx')} icon={<Icon name="download" />}>
          {label} .docx
        </Button>
        <Button {...button('pdf')} aria-label={t('{{what}}，PDF', { what: label })}>
          PDF
        </Button>
        <Button {...button('ofd')} aria-label={t('{{what}}，OFD', { what: label })}>
          OFD
        </Button>
      </Space.Compact>
      <Refusal refusal={refusal} />
    </>
  )
}
