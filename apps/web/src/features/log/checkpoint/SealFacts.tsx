import type { showSeal } from '@quanheng/contract/checkpoint'
import type { ReplyOf } from '@quanheng/contract/route'
import { CopyButton } from '../../../shared/clipboard/CopyButton.tsx'
import { Digest } from '../../../shared/digest/Digest.tsx'
import { message } from '../../../shared/i18n/message.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import pageStyles from '../../../shared/page/page.module.css'
import { sayMoment } from '../../../shared/time/time.ts'
import styles from './checkpoint.module.css'

type Seal = ReplyOf<typeof showSeal>

/** What was found changed since it was signed; said first and to everybody. */
export const SealTrouble = ({ trouble }: Pick<Seal, 'trouble'>) =>
  trouble.length > 0 && (
    <div role="alert" className={pageStyles.refusal}>
      {trouble.map(({ code, params }) => (
        <p key={code}>{message(code as Parameters<typeof message>[0], params)}</p>
      ))}
    </div>
  )

/** How far the log is sealed. */
export const SealFacts = ({ newest }: Pick<Seal, 'newest'>) =>
  newest === null ? (
    <p>{t('还没有存证点。有操作后十分钟内自动签署第一个。')}</p>
  ) : (
    <Facts
      items={[
        { label: t('最新存证点'), value: t('第 {{size}} 号', { size: newest.size }) },
        { label: t('签署时间'), value: sayMoment(newest.madeAt) },
        { label: t('文件页脚所印'), value: <code>{newest.mark}</code> },
        { label: t('SHA-256 校验码'), value: <Digest value={newest.root} /> },
        { label: t('SM3 校验码'), value: <Digest value={newest.sm3Root} /> },
      ]}
    />
  )

/** The keys to note down on paper when the installation begins: whoever holds them can check everything without this program. */
export const SealKeys = ({ keys }: Pick<Seal, 'keys'>) => (
  <>
    <p>
      {t('启用平台时请打印或抄录下列密钥行，交审计、纪检等部门分别保存。以后核验回执和存证点，都以抄录的密钥为准。')}
    </p>
    <ul className={styles.keys}>
      {keys.map((key) => (
        <li key={key}>
          <code>{key}</code>
          <CopyButton text={key} done={t('密钥行已复制')} />
        </li>
      ))}
    </ul>
  </>
)
