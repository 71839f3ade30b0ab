import { setSteeringGroup } from '@quanheng/contract/steering-group'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { type NamedUnit, UnitsField } from '../../../shared/unit/UnitsField.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Group } from '../meeting.ts'

/** 领导小组: name, founding document, and member units, each represented by whoever is principal there. */
const GroupDialog = ({ group, onClose }: { readonly group: Group; readonly onClose: () => void }) => {
  const [head, setHead] = useState({ name: group.name, shortName: group.shortName, basis: group.basis })
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
        maxLength={100}
        placeholder={placeholder}
        value={head[name]}
        onChange={(event) => setHead({ ...head, [name]: event.target.value })}
      />
    </>
  )
  const memberUnitIds = members.map(({ unitId }) => unitId)
  return (
    <Modal
      open
      width={680}
      title={t('领导小组')}
      okText={t('保存')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: head.name.trim() === '' }}
      confirmLoading={save.pending}
      onOk={() =>
        save.run({ params: { unitId: group.officeUnitId }, body: { version: group.version, ...head, memberUnitIds } })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        {field('name', t('全称'), t('例如：云岭市绩效考评工作领导小组'))}
        {field('shortName', t('简称'), '')}
        {field('basis', t('成立文件'), t('文件名称和文号'))}
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
