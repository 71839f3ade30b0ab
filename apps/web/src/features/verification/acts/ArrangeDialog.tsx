import { showSheet } from '@quanheng/contract/sheet'
import { planVerification, waiveVerification } from '@quanheng/contract/verification'
import { useNavigate } from '@tanstack/react-router'
import { Checkbox, Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { may as mayDo, useSession } from '../../../shared/session/session.ts'
import styles from '../verification.module.css'
import type { Line } from '../verification.ts'
import { plainRule, RandomForm, scopeOf } from './RandomForm.tsx'

type Kind = 'waive' | 'full' | 'key' | 'random'
type Picks = Readonly<Record<string, string>>

interface PicksProps {
  readonly units: readonly { readonly unitId: string; readonly unitName: string }[]
  readonly value: Picks
  readonly onChange: (picks: Picks) => void
}

/** Units chosen by name, each with the reason why it and not another. */
const PickUnits = ({ units, value, onChange }: PicksProps) => (
  <ul className={styles.picks}>
    {units.map(({ unitId, unitName }) => {
      const reason = value[unitId]
      return (
        <li key={unitId}>
          <Checkbox
            checked={reason !== undefined}
            onChange={(event) => {
              const { [unitId]: _, ...rest } = value
              onChange(event.target.checked ? { ...value, [unitId]: '' } : rest)
            }}
          >
            {unitName}
          </Checkbox>
          {reason !== undefined && (
            <Input
              size="small"
              aria-label={t('选定{{unit}}的理由', { unit: unitName })}
              placeholder={t('选定理由')}
              maxLength={500}
              value={reason}
              onChange={(event) => onChange({ ...value, [unitId]: event.target.value })}
            />
          )}
        </li>
      )
    })}
  </ul>
)

/** 安排核验: none with the reason, full, key, or random from a list that is fixed here, before anybody knows the seed. */
const ArrangeDialog = ({ row, onClose }: { readonly row: Line; readonly onClose: () => void }) => {
  const sheet = useQueryRoute(showSheet, { params: { sheetId: row.sheetId } }).data
  const navigate = useNavigate()
  const session = useSession()
  const may = (ability: 'verification.plan' | 'verification.waive') => mayDo(session, [ability])
  const [kind, setKind] = useState<Kind>(may('verification.plan') ? 'full' : 'waive')
  const [picks, setPicks] = useState<Picks>({})
  const [rule, setRule] = useState(plainRule)
  const [standard, setStandard] = useState('')
  const [reason, setReason] = useState('')
  const waive = useCommand(waiveVerification, { onDone: onClose })
  const plan = useCommand(planVerification, {
    onDone: ({ verificationId }) =>
      void navigate({ to: '/verification/$verificationId', params: { verificationId } } as never),
  })
  const id = useId()
  const params = { sheetId: row.sheetId }
  const chosen = Object.entries(picks).map(([unitId, why]) => ({ unitId, reason: why }))
  const go = () => {
    const version = sheet?.version ?? row.sheetVersion
    if (kind === 'waive') return waive.run({ params, body: { version, reason } })
    const scope =
      kind === 'full'
        ? ({ kind } as const)
        : kind === 'key'
          ? ({ kind, picks: chosen } as const)
          : scopeOf(rule, chosen)
    return plan.run({ params, body: { version, scope, standard } })
  }
  const units = (sheet?.rows ?? []).filter(({ fallen }) => fallen === null)
  const kinds: readonly Kind[] = [
    ...(may('verification.plan') ? (['full', 'key', 'random'] as const) : []),
    ...(may('verification.waive') ? (['waive'] as const) : []),
  ]
  return (
    <Modal
      open
      title={t('安排核验：{{leaf}}', { leaf: row.leafName })}
      okText={kind === 'waive' ? t('不作现场核验') : t('安排')}
      cancelText={t('取消')}
      confirmLoading={plan.pending || waive.pending}
      onOk={go}
      onCancel={onClose}
      width={680}
    >
      <div className={styles.form}>
        <Radio.Group
          value={kind}
          onChange={(event) => setKind(event.target.value as Kind)}
          options={kinds.map((value) => ({
            value,
            label: value === 'waive' ? t('不作现场核验') : word('verificationScope', value),
          }))}
        />
        {kind === 'waive' && (
          <>
            <label htmlFor={`${id}r`}>{t('理由')}</label>
            <Input.TextArea
              id={`${id}r`}
              rows={2}
              maxLength={500}
              placeholder={t('例如：数据直接取自统计部门，无须到单位核对')}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </>
        )}
        {kind === 'random' && (
          <RandomForm sheetId={row.sheetId} listed={units.length - chosen.length} rule={rule} onChange={setRule} />
        )}
        {(kind === 'key' || kind === 'random') && <PickUnits units={units} value={picks} onChange={setPicks} />}
        {kind !== 'waive' && (
          <>
            <label htmlFor={`${id}s`}>{t('核验标准（不填则用方案所定标准）')}</label>
            <Input.TextArea
              id={`${id}s`}
              rows={3}
              maxLength={5000}
              value={standard}
              onChange={(event) => setStandard(event.target.value)}
            />
          </>
        )}
        <Refusal refusal={plan.refusal ?? waive.refusal} />
      </div>
    </Modal>
  )
}

export default ArrangeDialog
