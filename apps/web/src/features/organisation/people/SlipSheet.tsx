import type { printSlips } from '@quanheng/contract/account'
import type { ReplyOf } from '@quanheng/contract/route'
import { t } from '../../../shared/i18n/t.ts'
import { PrintSheet } from '../../../shared/print/PrintSheet.tsx'
import { sayMoment } from '../../../shared/time/time.ts'
import styles from './slips.module.css'

export type Slips = ReplyOf<typeof printSlips>

/** Two abreast with cutting lines; a slip never breaks over two sheets. */
export const SlipSheet = ({ made }: { readonly made: Slips }) => {
  const address = `${location.origin}/links`
  const until = sayMoment(Date.parse(made.expiresAt))
  return (
    <PrintSheet title={t('账号条')} subtitle={t('沿虚线裁开，封好交给本人；设置密码后销毁')}>
      <div className={styles.slips}>
        {made.slips.map((slip) => (
          <section key={slip.personId} className={styles.slip}>
            <h2>{t('{{name}}（{{unit}}）', { name: slip.name, unit: slip.units.join('、') || t('未任职') })}</h2>
            <dl>
              <dt>{t('登录名')}</dt>
              <dd>{slip.login}</dd>
              <dt>{t('设置码')}</dt>
              <dd className={styles.code}>{slip.code}</dd>
              <dt>{t('网址')}</dt>
              <dd className={styles.code}>{address}</dd>
              <dt>{t('有效至')}</dt>
              <dd>{until}</dd>
            </dl>
            <p>{t('打开网址，输入设置码，设置只有本人知道的密码。设置码只能用一次，请勿转交、拍照。')}</p>
          </section>
        ))}
      </div>
    </PrintSheet>
  )
}
