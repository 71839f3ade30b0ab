import { enrolFactor, releaseOwnFactor, showFactor } from '@quanheng/contract/account'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { CopyButton } from '../../../shared/clipboard/CopyButton.tsx'
import { Field } from '../../../shared/form/Field.tsx'
import formStyles from '../../../shared/form/form.module.css'
import { useForm } from '../../../shared/form/use-form.ts'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { sayMoment } from '../../../shared/time/time.ts'
import styles from '../account.module.css'

const shape = z.object({ code: z.string().trim().min(1).max(20) })

const inFours = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret

/** 第二因子: the secret of a new authenticator is shown here once, and kept once a first code from it comes back. */
const FactorPage = () => {
  const asked = useQueryRoute(showFactor, {})
  const [offer, setOffer] = useState<{ readonly secret: string; readonly address: string }>()
  const release = useCommand(releaseOwnFactor, { onDone: () => notify(t('已解除第二因子')) })
  const factor = asked.data
  return (
    <Page>
      <Refusal refusal={asked.error ?? release.refusal} />
      {factor && (
        <Section title={t('现状')}>
          <p>
            {factor.enrolledAt
              ? t('已登记验证器（{{time}}）。登录和签字、印发等重要操作时，除密码外还须输入动态口令。', {
                  time: sayMoment(factor.enrolledAt),
                })
              : t('未登记。登记后，登录和签字、印发等重要操作时，除密码外还须输入验证器上的动态口令。')}
          </p>
          {!factor.asked && <p>{t('当前是演练环境：可以登记，但登录时不要求动态口令。')}</p>}
          <div className={styles.factorActs}>
            {!offer && (
              <Button type="primary" onClick={() => setOffer(factor)}>
                {factor.enrolledAt ? t('更换验证器') : t('登记验证器')}
              </Button>
            )}
            {factor.enrolledAt && (
              <Button loading={release.pending} onClick={() => release.run({})}>
                {t('解除第二因子')}
              </Button>
            )}
          </div>
        </Section>
      )}
      {offer && <Enrol offer={offer} onDone={() => setOffer(undefined)} />}
    </Page>
  )
}

interface EnrolProps {
  readonly offer: { readonly secret: string; readonly address: string }
  readonly onDone: () => void
}

const Enrol = ({ offer, onDone }: EnrolProps) => {
  const enrol = useCommand(enrolFactor, {
    onDone: () => {
      notify(t('验证器已登记'))
      onDone()
    },
  })
  const form = useForm({
    shape,
    initial: { code: '' },
    refusal: enrol.refusal,
    onSubmit: ({ code }) => enrol.run({ body: { secret: offer.secret, code } }),
  })
  return (
    <Section title={t('登记验证器')}>
      <form {...form.formProps} className={formStyles.form}>
        <p>{t('一、在验证器中新建一项，输入下面的密钥（类型：基于时间，六位，30秒）。')}</p>
        <p className={styles.secret}>{inFours(offer.secret)}</p>
        <p>{t('也可以把下面的地址粘贴到能识别它的验证器中。密钥只在这里显示一次，请勿截图或转发。')}</p>
        <p className={styles.secret}>{offer.address}</p>
        <div>
          <CopyButton text={offer.address} done={t('地址已复制')} label={t('复制地址')} />
        </div>
        <Field
          form={form}
          name="code"
          label={t('二、输入验证器上显示的动态口令')}
          help={t('验证器上显示的六位数字')}
          required
        >
          {(bind) => (
            <Input {...bind} inputMode="numeric" autoComplete="one-time-code" maxLength={20} style={{ width: 160 }} />
          )}
        </Field>
        <Refusal refusal={form.unplaced} />
        <div className={styles.factorActs}>
          <Button type="primary" htmlType="submit" loading={enrol.pending}>
            {t('核对并登记')}
          </Button>
          <Button onClick={onDone}>{t('取消')}</Button>
        </div>
      </form>
    </Section>
  )
}

export default FactorPage
