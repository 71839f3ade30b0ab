import type { Basis } from '@quanheng/domain/kernel/basis'
import { type LightLimits, longestLimit, usualLimits } from '@quanheng/domain/milestone/light'
import { Button, InputNumber } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { useSession } from '../../../shared/session/session.ts'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import { useEditor } from '../editor/editor.ts'
import { BasisField } from '../fields/BasisField.tsx'
import styles from '../fields/plan.module.css'

/** 亮灯时限 of this plan: the usual ones until somebody sets others. */
export const LightsFields = () => {
  const { content, update, readOnly } = useEditor()
  const session = useSession()
  const { lights, ...others } = content.settings
  const value = lights?.value ?? usualLimits
  const decided: Basis = {
    kind: 'interpretation',
    by: session.person.name,
    on: session.today,
    reason: t('起草时确认'),
  }
  const put = (limits: LightLimits) =>
    update({ settings: { ...others, lights: { value: limits, basis: lights?.basis ?? decided } } })
  const days = (name: keyof LightLimits, label: string) => (
    <InputNumber
      aria-label={label}
      min={0}
      max={longestLimit}
      precision={0}
      value={value[name]}
      style={{ width: 70 }}
      onChange={(count) => put({ ...value, [name]: count ?? 0 })}
    />
  )
  return (
    <div data-at="settings.lights">
      <Section
        title={word('setting', 'lights')}
        actions={
          !readOnly &&
          lights && (
            <Button size="small" onClick={() => update({ settings: others })}>
              {t('恢复默认时限')}
            </Button>
          )
        }
      >
        <p className={styles.row}>
          <span>{t('到期日前')}</span>
          {days('warnBefore', t('提前几个工作日预警'))}
          <span>{t('个工作日预警；到期日后')}</span>
          {days('yellowAfter', t('到期后几个工作日亮黄灯'))}
          <span>{t('个工作日（0 为到期当日）亮黄灯，')}</span>
          {days('redAfter', t('到期后几个工作日亮红灯'))}
          <span>{t('个工作日亮红灯并告知单位负责人；此后每隔')}</span>
          {days('nextAfter', t('每隔几个工作日告知上一级'))}
          <span>{t('个工作日依次告知牵头单位、考评办。')}</span>
        </p>
        <p className={styles.row}>
          {lights ? (
            <BasisField
              value={lights.basis}
              onChange={(basis) => update({ settings: { ...others, lights: { value, basis } } })}
            />
          ) : (
            <StateTag word={t('默认')} tone="heed" />
          )}
        </p>
      </Section>
    </div>
  )
}
