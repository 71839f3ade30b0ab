import { receiptFile, type showSeal } from '@quanheng/contract/checkpoint'
import type { ReplyOf } from '@quanheng/contract/route'
import { Button } from 'antd'
import { useState } from 'react'
import { download } from '../../../shared/api/download.ts'
import { RefusedError } from '../../../shared/api/refused.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Icon } from '../../../shared/icon/Icon.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from './checkpoint.module.css'

type Bodies = Pick<ReplyOf<typeof showSeal>, 'bodies'>

/** 回执: what a body takes away to prove later that its acts were in the log. */
export const Receipts = ({ bodies }: Bodies) => {
  const [refusal, setRefusal] = useState<RefusedError | null>(null)
  const take = async (unitId: string) => {
    setRefusal(null)
    try {
      await download(receiptFile, { params: { unitId } })
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      setRefusal(error)
    }
  }
  return (
    <>
      <p>
        {t(
          '回执列明本单位已封存的每一次操作及其证明，不含姓名和内容。请自行保存：以后任何一次操作被改动、删除或者调换，用回执即可查出。核验方法：在任一台装有本平台程序的电脑上运行 ./quanheng verify 回执文件 --key 密钥行，或者只用 Python 运行 verify/verify.py，均不需要联网和数据库。',
        )}
      </p>
      <p>
        {t('没有程序的，用离线核验页：')}
        <a href="/check.html" download>
          {t('下载离线核验页')}
        </a>
        {t('，在任何电脑的浏览器里打开即可核验回执和纸质报告，不联网。')}
      </p>
      <Refusal refusal={refusal} />
      <div className={styles.receipts}>
        {bodies.map(({ id, name }) => (
          <Button key={id} icon={<Icon name="download" />} onClick={() => void take(id)}>
            {t('下载{{name}}回执', { name })}
          </Button>
        ))}
      </div>
    </>
  )
}
