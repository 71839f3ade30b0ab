import { commitSeed } from '@quanheng/contract/draw'
import { Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { CopyButton } from '../../../shared/clipboard/CopyButton.tsx'
import { sha256 } from '../../../shared/digest/sha256.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../verification.module.css'
import type { Verification } from '../verification.ts'

/** 128 bits, in fours: long enough that nobody finds the value from its digest, short enough to be copied by hand. */
const newValue = (): string =>
  (
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0'))
      .join('')
      .match(/.{4}/g) ?? []
  ).join('-')

const keep = (name: string, text: string) => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** 提交承诺: the value is made and hashed in this browser; only its digest leaves it. */
const CommitDialog = ({
  verification,
  bound,
  onClose,
}: {
  readonly verification: Verification
  readonly bound: string
  readonly onClose: () => void
}) => {
  const [value] = useState(newValue)
  const [kept, setKept] = useState(false)
  const commit = useCommand(commitSeed, { onDone: onClose })
  const { agreement } = verification.scope
  const slip = [
    t('抽样承诺数留存单（揭示前请勿示人）'),
    t('指标：{{leaf}}', { leaf: verification.leafName }),
    t('承诺数：{{value}}', { value }),
    t('公开数：{{source}}（{{day}}）', { source: agreement?.source ?? '', day: agreement?.publishedOn ?? '' }),
  ].join('\n')
  return (
    <Modal
      open
      title={t('提交承诺：{{leaf}}', { leaf: verification.leafName })}
      okText={t('提交承诺')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: !kept }}
      confirmLoading={commit.pending}
      onOk={() =>
        commit.run({
          params: { verificationId: verification.id },
          body: { version: verification.version, digest: sha256(`${bound},${value}`) },
        })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        <p>{t('这是为您生成的承诺数。提交的只是它的校验码，系统不保存承诺数本身；名单确定后须凭它揭示。')}</p>
        <p className={styles.secret}>
          <code>{value}</code>
        </p>
        <div className={styles.factor}>
          <CopyButton text={value} done={t('承诺数已复制')} />
          <Button size="small" onClick={() => keep(t('抽样承诺数留存单.txt'), `${slip}\n`)}>
            {t('下载留存单')}
          </Button>
        </div>
        <Checkbox checked={kept} onChange={(event) => setKept(event.target.checked)}>
          {t('我已抄存或下载承诺数，揭示前不告诉任何人')}
        </Checkbox>
        <p className={styles.note}>{t('遗失承诺数即无法揭示，只能由负责人写明理由改用当场报数，并记明是谁未揭示。')}</p>
        <Refusal refusal={commit.refusal} />
      </div>
    </Modal>
  )
}

export default CommitDialog
