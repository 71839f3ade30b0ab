import { printSlips } from '@quanheng/contract/account'
import { listPeople, listUnits } from '@quanheng/contract/organisation'
import { Button, Checkbox, InputNumber, Modal, Select } from 'antd'
import { useId, useState, useSyncExternalStore } from 'react'
import { stepUp } from '../../../shared/api/door.ts'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import formStyles from '../../../shared/form/form.module.css'
import { noOption } from '../../../shared/form/no-option.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { usePrintSheet } from '../../../shared/print/use-print-sheet.ts'
import styles from '../organisation.module.css'
import { SlipSheet, type Slips } from './SlipSheet.tsx'

/** 打印账号条 of one unit: those who have set no password yet are chosen first. Codes are there for this print only. */
const AccountSlips = ({ onClose }: { readonly onClose: () => void }) => {
  const [unitId, setUnit] = useState<string>()
  const [chosen, setChosen] = useState<readonly string[]>()
  const [days, setDays] = useState(3)
  const [made, setMade] = useState<Slips>()
  const id = useId()
  const listed = useQueryRoute(listUnits, { query: { size: 200 } })
  const asked = useQueryRoute(
    listPeople,
    { query: { size: 200, state: 'active', ...(unitId !== undefined && { unitId }) } },
    { enabled: unitId !== undefined },
  )
  const make = useCommand(printSlips, { onDone: setMade })
  const provingIdentity = useSyncExternalStore(stepUp.listen, stepUp.isAsking)
  const people = unitId === undefined ? [] : (asked.data?.rows ?? [])
  const named = chosen ?? people.filter(({ hasPassword }) => !hasPassword).map((person) => person.id)
  const some = people.filter((person) => named.includes(person.id))
  return (
    <Modal
      open={!provingIdentity}
      width={720}
      title={t('打印账号条')}
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {made === undefined ? (
        <div className={formStyles.form}>
          <p>
            {t(
              '账号条写明登录名和一次性设置码，裁开后封好交给本人，由本人设置密码。打印即生成新码，此前的码和链接作废。',
            )}
          </p>
          <div className={formStyles.field}>
            <label htmlFor={`${id}u`}>{t('单位')}</label>
            <Select
              id={`${id}u`}
              showSearch={{ optionFilterProp: 'label' }}
              notFoundContent={noOption(listed.isFetching)}
              placeholder={t('选择单位')}
              value={unitId ?? null}
              options={(listed.data?.rows ?? []).map((unit) => ({ value: unit.id, label: unit.name }))}
              onChange={(value: string) => {
                setUnit(value)
                setChosen(undefined)
              }}
            />
          </div>
          {asked.data && people.length === 0 && <p>{t('该单位没有在用账号。')}</p>}
          {people.length > 0 && (
            <Checkbox.Group
              className={styles.people ?? ''}
              value={[...named]}
              options={people.map((person) => ({
                value: person.id,
                label: person.hasPassword
                  ? t('{{name}}（{{login}}，已设密码）', { name: person.name, login: person.login })
                  : t('{{name}}（{{login}}）', { name: person.name, login: person.login }),
              }))}
              onChange={(values) => setChosen(values as string[])}
            />
          )}
          {some.some(({ hasPassword }) => hasPassword) && (
            <p>{t('已设密码的，用新码设置后原密码作废，已登录的会话立即退出。')}</p>
          )}
          <div className={formStyles.field}>
            <label htmlFor={`${id}d`}>{t('有效天数')}</label>
            <InputNumber id={`${id}d`} min={1} max={7} precision={0} value={days} onChange={(to) => setDays(to ?? 3)} />
          </div>
          <Refusal refusal={make.refusal ?? asked.error} />
          <div>
            <Button
              type="primary"
              disabled={some.length === 0}
              loading={make.pending}
              onClick={() => make.run({ body: { personIds: some.map((person) => person.id), days } })}
            >
              {t('生成 {{count}} 张', { count: some.length })}
            </Button>
          </div>
        </div>
      ) : (
        <Made made={made} onClose={onClose} />
      )}
    </Modal>
  )
}

const Made = ({ made, onClose }: { readonly made: Slips; readonly onClose: () => void }) => {
  const { printing, print } = usePrintSheet()
  const isRepeat = made.slips.some(({ code }) => code === '')
  return (
    <div className={styles.stack}>
      <p>
        {isRepeat
          ? t('这些设置码已经给出过，不能再看。请关闭后重新生成。')
          : t('已生成 {{count}} 张。设置码只能在此打印，关闭后须重新生成。', { count: made.slips.length })}
      </p>
      <div className={styles.acts}>
        {!isRepeat && (
          <Button type="primary" onClick={print}>
            {t('打印')}
          </Button>
        )}
        <Button onClick={onClose}>{t('关闭')}</Button>
      </div>
      {printing && <SlipSheet made={made} />}
    </div>
  )
}

export default AccountSlips
