import type { Basis } from '@quanheng/domain/kernel/basis'
import { type PlanSettings, type SettingName, settingsFor } from '@quanheng/domain/plan/settings'
import { Button } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { useSession } from '../../../shared/session/session.ts'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import { useEditor } from '../editor/editor.ts'
import { BasisField } from '../fields/BasisField.tsx'
import styles from '../fields/plan.module.css'
import { Source } from '../fields/Source.tsx'
import { AdjustmentControl } from './AdjustmentControl.tsx'
import { ApprovalChain } from './ApprovalChain.tsx'
import { InspectionControl } from './InspectionControl.tsx'
import { OptionalSetting } from './OptionalSetting.tsx'
import { SettingControl } from './SettingControl.tsx'
import { SignatureMap } from './SignatureMap.tsx'
import { TieBreakerControl } from './TieBreakerControl.tsx'

/** What notices leave silent: filled before issue, each with its basis; a default is marked as one until confirmed. */
export const SettingsTab = () => {
  const { plan, content, update, readOnly } = useEditor()
  const session = useSession()
  const decided: Basis = {
    kind: 'interpretation',
    by: session.person.name,
    on: session.today,
    reason: t('起草时确认'),
  }
  const put = (name: SettingName, setting: unknown) =>
    update({ settings: { ...content.settings, [name]: setting } as PlanSettings })
  /** A clause that was named stays while the value is worked on; what was a default is decided by who changes it. */
  const basisOf = (name: SettingName): Basis => {
    const basis = content.settings[name]?.basis
    return basis?.kind === 'clause' ? basis : decided
  }
  const names = settingsFor(content.kind)
  const defaults = names.filter((name) => content.settings[name]?.basis.kind === 'default')
  const confirmAll = () =>
    update({
      settings: {
        ...content.settings,
        ...Object.fromEntries(defaults.map((name) => [name, { ...content.settings[name], basis: decided }])),
      } as PlanSettings,
    })
  return (
    <div className={styles.stack}>
      <Section
        title={t('文件未写明的事项')}
        actions={
          !readOnly &&
          defaults.length > 0 && (
            <Button size="small" onClick={confirmAll}>
              {t('确认全部 {{count}} 项默认值', { count: defaults.length })}
            </Button>
          )
        }
      >
        <table className={styles.grid}>
          <caption className="unseen">{t('文件未写明的事项')}</caption>
          <thead>
            <tr>
              <th scope="col" style={{ width: 140 }}>
                {t('事项')}
              </th>
              <th scope="col">{t('设定')}</th>
              <th scope="col" style={{ width: 230 }}>
                {t('依据')}
              </th>
            </tr>
          </thead>
          <tbody>
            {names.map((name) => {
              const setting = content.settings[name]
              return (
                <tr key={name} data-at={`settings.${name}`}>
                  <th scope="row">
                    {word('setting', name)} <Source at={`settings.${name}`} name={word('setting', name)} />
                  </th>
                  <td>
                    <SettingControl
                      name={name}
                      value={setting?.value}
                      onChange={(value) => put(name, { value, basis: basisOf(name) })}
                    />
                  </td>
                  <td>
                    {setting === undefined && <StateTag word={t('未填')} tone="stop" />}
                    {setting?.basis.kind === 'default' && (
                      <span className={styles.row}>
                        <StateTag word={t('默认')} tone="heed" />
                        {!readOnly && (
                          <Button size="small" onClick={() => put(name, { ...setting, basis: decided })}>
                            {t('确认')}
                          </Button>
                        )}
                      </span>
                    )}
                    {setting && (
                      <BasisField value={setting.basis} onChange={(basis) => put(name, { ...setting, basis })} />
                    )}
                  </td>
                </tr>
              )
            })}
            {content.kind === 'appraisalPlan' && (
              <>
                <OptionalSetting
                  name="tieBreakers"
                  put={put}
                  control={(value) => (
                    <TieBreakerControl
                      content={content}
                      value={value ?? []}
                      onChange={(next) => put('tieBreakers', { value: next, basis: basisOf('tieBreakers') })}
                    />
                  )}
                />
                <OptionalSetting
                  name="inspectionEntry"
                  put={put}
                  control={(value) => (
                    <InspectionControl
                      value={value}
                      onChange={(next) => put('inspectionEntry', { value: next, basis: basisOf('inspectionEntry') })}
                    />
                  )}
                />
                <OptionalSetting
                  name="watermark"
                  put={put}
                  control={(value) => (
                    <>
                      <SettingControl
                        name="watermark"
                        value={value ?? 'none'}
                        onChange={(next) => put('watermark', { value: next, basis: basisOf('watermark') })}
                      />
                      <p className={styles.note}>
                        {t('方案印发后生效，管所有导出的文书和表格；已印发的公文和归档数据包不带。CSV 写在文件名中。')}
                      </p>
                    </>
                  )}
                />
              </>
            )}
            {plan.parentPlanId === null && (
              <OptionalSetting
                name="targetAdjustment"
                put={put}
                control={(value) => (
                  <>
                    <AdjustmentControl
                      value={value}
                      onChange={(next) => put('targetAdjustment', { value: next, basis: basisOf('targetAdjustment') })}
                    />
                    <p className={styles.note}>
                      {t('管本方案及其下各实施方案；未设的全年受理，由组长审定。设为“不设”的，本年度不受理。')}
                    </p>
                  </>
                )}
              />
            )}
          </tbody>
        </table>
      </Section>
      <SignatureMap />
      <ApprovalChain />
    </div>
  )
}
