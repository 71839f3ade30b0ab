import { Button } from 'antd'
import { t } from '../i18n/t.ts'
import { notify } from '../notice/notices.ts'
import { copyText } from './copy-text.ts'

interface Props {
  readonly text: string
  /** Said once it is on the clipboard. */
  readonly done: string
  readonly label?: string
}

/** Copies what stands beside it, and says so, or how to do it by hand where the browser does not let us. */
export const CopyButton = ({ text, done, label = t('复制') }: Props) => (
  <Button
    size="small"
    onClick={async () => {
      if (await copyText(text)) notify(done, 'done')
      else notify(t('浏览器未允许复制，请选中文字后复制'), 'stop')
    }}
  >
    {label}
  </Button>
)
