import { makeLink } from '@quanheng/contract/account'
import type { ReplyOf } from '@quanheng/contract/route'
import { Button, Modal } from 'antd'
import { useState, useSyncExternalStore } from 'react'
import { stepUp } from '../../../shared/api/door.ts'
import { useCommand } from '../../../shared/api/hooks.ts'
import { copyText } from '../../../shared/clipboard/copy-text.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { sayClock } from '../../../shared/time/time.ts'
import styles from '../organisation.module.css'

interface Props {
  readonly person: { readonly id: string; readonly name: string; readonly hasPassword: boolean }
  readonly onClose: () => void
}

/** A link by which the person sets the password. It is shown once: neither this page nor the log can show it again. */
const OneTimeLink = ({ person, onClose }: Props) => {
  const [link, setLink] = useState<ReplyOf<typeof makeLink>>()
  const [copied, setCopied] = useState(false)
  const make = useCommand(makeLink, { onDone: setLink })
  const provingIdentity = useSyncExternalStore(stepUp.listen, stepUp.isAsking)
  const address = link && link.path !== '' ? location.origin + link.path : undefined
  return (
    <Modal
      open={!provingIdentity}
      title={t('一次性链接：{{name}}', { name: person.name })}
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.stack}>
        {address === undefined ? (
          <>
            <p>{t('本人打开链接即可设置密码。链接只能使用一次，半小时内有效，请当面或通过可靠渠道交给本人。')}</p>
            {person.hasPassword && <p>{t('此人已设置过密码；重新设置后，原密码作废，已登录的会话立即退出。')}</p>}
            <Refusal refusal={make.refusal} />
            <div>
              <Button
                type="primary"
                loading={make.pending}
                onClick={() => make.run({ params: { personId: person.id } })}
              >
                {t('生成链接')}
              </Button>
            </div>
          </>
        ) : (
          <>
            <p className={styles.link}>{address}</p>
            <p>
              {t('此链接只在这里显示一次，关闭后无法再看；有效至 {{time}}。', {
                time: sayClock(link?.expiresAt ?? ''),
              })}
            </p>
            <div className={styles.acts}>
              <Button type="primary" onClick={async () => setCopied(await copyText(address))}>
                {copied ? t('已复制') : t('复制链接')}
              </Button>
              <Button onClick={onClose}>{t('关闭')}</Button>
            </div>
          </>
        )}
      </div>
    </Modal>
  )
}

export default OneTimeLink
