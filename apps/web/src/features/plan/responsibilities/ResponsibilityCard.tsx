import type { Responsibility } from '@quanheng/domain/plan/model'
import { lineage } from '@quanheng/domain/plan/tree'
import { Button, Input } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { useEditor } from '../editor/editor.ts'
import { withMember } from '../editor/rows.ts'
import { BasisField } from '../fields/BasisField.tsx'
import { Labelled } from '../fields/Labelled.tsx'
import { PersonSelect } from '../fields/PersonSelect.tsx'
import styles from '../fields/plan.module.css'
import { SectionSelect } from '../fields/SectionSelect.tsx'
import { Source } from '../fields/Source.tsx'
import { UnitSelect } from '../fields/UnitSelect.tsx'
import { Supporters } from './Supporters.tsx'

interface Props {
  readonly row: Responsibility
  readonly onChange: (row: Responsibility) => void
  readonly onRemove: () => void
}

/** Five people in five different roles, as notices print them; none of them stands for another. */
const roles = () =>
  [
    { key: 'leaderInChargeId', label: t('责任领导') },
    { key: 'personResponsibleId', label: t('责任人') },
    { key: 'handlerId', label: t('经办人') },
    { key: 'liaisonId', label: t('联络员') },
    { key: 'contactId', label: t('联系人') },
  ] as const

export const ResponsibilityCard = ({ row, onChange, onRemove }: Props) => {
  const { content, readOnly } = useEditor()
  const path = lineage(content, row.nodeKey).toReversed()
  const title = path.map((node) => node.name || t('未命名指标')).join(' › ')
  return (
    <div data-at={`responsibilities[${row.nodeKey}]`}>
      <Section
        title={title}
        actions={
          <>
            <Source at={`responsibilities[${row.nodeKey}]`} name={title} />
            {!readOnly && (
              <Button size="small" type="text" onClick={onRemove}>
                {t('删除此项责任')}
              </Button>
            )}
          </>
        }
      >
        {path.length > 1 && (
          <p className={styles.note}>{t('只对“{{part}}”这一部分负责', { part: path.at(-1)?.name ?? '' })}</p>
        )}
        <div className={styles.fields}>
          <Labelled label={t('牵头单位')}>
            {(id) => (
              <UnitSelect
                id={id}
                label={t('牵头单位')}
                value={row.leadUnitId}
                onChange={(leadUnitId) => onChange(withMember({ ...row, leadUnitId }, 'sectionId', undefined))}
              />
            )}
          </Labelled>
          <Labelled label={t('责任科室')}>
            {(id) => (
              <SectionSelect
                id={id}
                label={t('责任科室')}
                unitId={row.leadUnitId}
                value={row.sectionId}
                onChange={(sectionId) => onChange(withMember(row, 'sectionId', sectionId))}
              />
            )}
          </Labelled>
          {roles().map(({ key, label }) => (
            <Labelled key={key} label={label}>
              {(id) => (
                <PersonSelect
                  id={id}
                  label={label}
                  unitId={row.leadUnitId}
                  value={row[key]}
                  onChange={(personId) => onChange(withMember(row, key, personId))}
                />
              )}
            </Labelled>
          ))}
          <Labelled label={t('联系电话')}>
            {(id) => (
              <Input
                id={id}
                value={row.phone ?? ''}
                placeholder="0000-5550123"
                onChange={({ target }) => onChange(withMember(row, 'phone', target.value))}
              />
            )}
          </Labelled>
          <Labelled label={t('邮箱')}>
            {(id) => (
              <Input
                id={id}
                value={row.mail ?? ''}
                onChange={({ target }) => onChange(withMember(row, 'mail', target.value))}
              />
            )}
          </Labelled>
          <Labelled label={t('依据条款')}>
            {(id) => <BasisField id={id} value={row.basis} onChange={(basis) => onChange({ ...row, basis })} />}
          </Labelled>
        </div>
        <Supporters rows={row.supporters} onChange={(supporters) => onChange({ ...row, supporters })} />
      </Section>
    </div>
  )
}
