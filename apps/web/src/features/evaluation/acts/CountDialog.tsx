import { countBallots } from '@quanheng/contract/evaluation'
import { Input, InputNumber, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { type Scan, ScanField } from '../../../shared/upload/ScanField.tsx'
import styles from '../../../shared/work/work.module.css'
import own from '../evaluation.module.css'
import { type Channel, type Evaluation, sayMark } from '../evaluation.ts'

type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>

/** `95 90 90 不了解` as typed from the ballots: how often each stands there. */
const marksIn = (text: string): Readonly<Record<string, number>> => {
  const found: Record<string, number> = {}
  for (const one of text.split(/[\s,，、;；]+/).filter(Boolean)) {
    const mark = one === t('不了解') ? 'unknown' : one
    found[mark] = (found[mark] ?? 0) + 1
  }
  return found
}

interface FieldProps {
  readonly channel: Channel
  readonly name: string
  readonly onChange: (marks: Readonly<Record<string, number>>) => void
}

/** One unit: a number for each level, or every mark as it stands on the ballots. */
const UnitCountField = ({ channel, name, onChange }: FieldProps) => {
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({})
  if (channel.scale.kind === 'marks')
    return (
      <Input.TextArea
        aria-label={t('{{name}}各票', { name })}
        rows={2}
        placeholder={t('逐票录入，空格隔开，例如 95 90 88')}
        onChange={(event) => onChange(marksIn(event.target.value))}
      />
    )
  const marks = [
    ...channel.scale.levels.map(({ key }) => key),
    ...(channel.unknown.kind === 'notOffered' ? [] : ['unknown']),
  ]
  return (
    <span className={own.row}>
      {marks.map((mark) => (
        <span key={mark}>
          {sayMark(channel, mark)}{' '}
          <InputNumber
            aria-label={t('{{name}}：{{level}}', { name, level: sayMark(channel, mark) })}
            min={0}
            max={1_000_000}
            precision={0}
            value={counts[mark] ?? null}
            onChange={(n) => {
              const next = { ...counts, [mark]: n ?? 0 }
              setCounts(next)
              onChange(next)
            }}
          />
        </span>
      ))}
    </span>
  )
}

interface Props {
  readonly evaluation: Evaluation
  readonly onClose: () => void
}

/** 登记计票: what one person found on the ballots; what another found before is not shown until this one is sent. */
const CountDialog = ({ evaluation, onClose }: Props) => {
  const open = evaluation.content.channels.filter(
    ({ key, way }) => way === 'paper' && !evaluation.agreedChannels.includes(key),
  )
  const [key, setKey] = useState(open[0]?.key ?? '')
  const [heads, setHeads] = useState({ handedOut: 0, returned: 0, invalid: 0 })
  const [counts, setCounts] = useState<Counts>({})
  const [scan, setScan] = useState<Scan>()
  const count = useCommand(countBallots, { onDone: onClose })
  const id = useId()
  const channel = open.find((one) => one.key === key)
  const head = (name: keyof typeof heads, label: string) => (
    <>
      <label htmlFor={`${id}${name}`}>{label}</label>
      <InputNumber
        id={`${id}${name}`}
        min={0}
        max={1_000_000}
        precision={0}
        value={heads[name]}
        onChange={(n) => setHeads({ ...heads, [name]: n ?? 0 })}
      />
    </>
  )
  return (
    <Modal
      open
      width={860}
      title={t('登记计票：{{title}}', { title: evaluation.content.title })}
      okText={t('登记')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: channel === undefined }}
      confirmLoading={count.pending}
      onOk={() =>
        void count.run({
          params: { evaluationId: evaluation.id },
          body: {
            version: evaluation.version,
            channelKey: key,
            ...heads,
            units: evaluation.units.map(({ unitId }) => ({
              unitId,
              marks: Object.entries(counts[unitId] ?? {}).map(([mark, n]) => ({ mark, n })),
            })),
            scanDigest: scan?.digest ?? null,
          },
        })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {channel === undefined ? (
        <p>{t('各纸质票渠道都已两人计票一致。')}</p>
      ) : (
        <div className={`${styles.form} ${styles.tall}`}>
          <label htmlFor={`${id}k`}>{t('渠道')}</label>
          <Select
            id={`${id}k`}
            value={key}
            options={open.map((one) => ({ value: one.key, label: one.name }))}
            onChange={(next) => {
              setKey(next)
              setCounts({})
            }}
          />
          {head('handedOut', t('发出票数'))}
          {head('returned', t('收回票数'))}
          {head('invalid', t('无效票数'))}
          {evaluation.units.map(({ unitId, name }) => (
            <UnitRow key={`${key}${unitId}`} name={name}>
              <UnitCountField
                channel={channel}
                name={name}
                onChange={(marks) => setCounts((now) => ({ ...now, [unitId]: marks }))}
              />
            </UnitRow>
          ))}
          <ScanField label={t('计票单')} scan={scan} onStored={setScan} />
          <p className={styles.note}>{t('计票单由计票人、监票人签字。另一人再计一遍，两次一致才能计票。')}</p>
        </div>
      )}
      <Refusal refusal={count.refusal} />
    </Modal>
  )
}

const UnitRow = ({ name, children }: { readonly name: string; readonly children: React.ReactNode }) => (
  <>
    <span>{name}</span>
    {children}
  </>
)

export default CountDialog
