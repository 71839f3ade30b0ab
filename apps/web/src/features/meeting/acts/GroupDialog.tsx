import { setSteeringGroup } from '@quanheng/contract/steering-group'
import { Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { type NamedUnit, UnitsField } from '../../../shared/unit/UnitsField.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Group } from '../meeting.ts'

const begun = ({ name, shortName, basis, charter }: Group) => ({
  name,
  shortName,
  basis,
  officeName: charter.office.name,
  officeShortName: charter.office.shortName,
})

/** 领导小组: name, founding document, whom it answers to, term, office, and member units, each represented by whoever is principal there. */
const GroupDialog = ({ group, onClose }: { readonly group: Group; readonly onClose: () => void }) => {
  const [head, setHead] = useState(() => begun(group))
  const [reportsTo, setReportsTo] = useState<readonly string[]>(group.charter.reportsTo)
  const [from, setFrom] = useState(group.charter.term?.from ?? '')
  const [to, setTo] = useState(group.charter.term?.to ?? '')
  const [members, setMembers] = useState<readonly NamedUnit[]>(
    group.members.map(({ unitId, unitName }) => ({ unitId, unitName })),
  )
  const save = useCommand(setSteeringGroup, { onDone: onClose })
  const id = useId()
  const field = (name: keyof typeof head, label: string, placeholder: string) => (
    <>
      <label htmlFor={`${id}${name}`}>{label}</label>
      <Input
        id={`${id}${name}`}
        maxLength={name.endsWith('hortName') ? 40 : 100}
        placeholder={placeholder}
        value={head[name]}
        onChange={(event) => setHead({ ...head, [name]: event.target.value })}
      />
    </>
  )
  const { name, shortName, basis, officeName, officeShortName } = head
  const charter = {
    reportsTo: [...reportsTo],
    term: from === '' ? null : { from, to: to === '' ? null : to },
    office: { name: officeName, shortName: officeShortName },
  }
  const memberUnitIds = members.map(({ unitId }) => unitId)
  const body = { version: group.version, name, shortName, basis, charter, memberUnitIds }
  return (
    <Modal
      open
      width={680}
      title={t('领导小组')}
      okText={t('保存')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: name.trim() === '' || (from === '' && to !== '') }}
      confirmLoading={save.pending}
      onOk={() => save.run({ params: { unitId: group.officeUnitId }, body })}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        {field('name', t('全称'), t('例如：云岭市绩效考评工作领导小组'))}
        {field('shortName', t('简称'), '')}
        {field('basis', t('成立文件'), t('文件名称和文号'))}
        <label htmlFor={`${id}reportsTo`}>{t('受其领导')}</label>
        <Select
          id={`${id}reportsTo`}
          mode="tags"
          open={false}
          suffixIcon={null}
          maxCount={10}
          placeholder={t('上级机关全称，输入后按回车，可填几个')}
          value={[...reportsTo]}
          onChange={setReportsTo}
        />
        {field('officeName', t('办公室名称'), t('不填为“全称+办公室”'))}
        {field('officeShortName', t('办公室简称'), t('例如：市绩考办'))}
        <label htmlFor={`${id}from`}>{t('任期自')}</label>
        <Input id={`${id}from`} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        <label htmlFor={`${id}to`}>{t('任期至')}</label>
        <Input id={`${id}to`} type="date" value={to} onChange={(event) => setTo(event.target.value)} />
        <span>{t('成员单位')}</span>
        <UnitsField label={t('增加成员单位')} units={members} onChange={setMembers} />
        <p className={styles.note}>
          {t('成员单位由现任主要领导参加，人员变动随任职走；组长、副组长和其他成员由安全管理员按任职设定。')}
        </p>
      </div>
      <Refusal refusal={save.refusal} />
    </Modal>
  )
}

export default GroupDialog
