import { attachEvidence, heldEvidence } from '@quanheng/contract/evidence'
import type { ReplyOf } from '@quanheng/contract/route'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import type { EvidenceSlot } from '../../../shared/evidence/evidence.ts'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { sayDay } from '../../../shared/time/time.ts'
import styles from '../collection.module.css'

type Held = ReplyOf<typeof heldEvidence>['files'][number]

interface Props {
  readonly item: { readonly planId: string; readonly leafKey: string; readonly unitId: string }
  readonly datumId?: string | undefined
  readonly slots: readonly EvidenceSlot[]
}

/** Files that the own unit has put forward elsewhere: used again by reference, not asked for twice. */
export const HeldFiles = ({ item, datumId, slots }: Props) => {
  const asked = useQueryRoute(heldEvidence, { query: item })
  if (asked.error) return <Refusal refusal={asked.error} onRetry={asked.refetch} />
  const files = asked.data?.files ?? []
  if (files.length === 0) return null
  const fitting = files.filter(({ fits }) => fits !== null).length
  return (
    <details open={fitting > 0}>
      <summary>
        {fitting > 0
          ? t('本单位已提交过同名材料 {{fitting}} 件，可直接选用，不必再传', { fitting })
          : t('选用本单位已提交的材料（{{count}} 件）', { count: files.length })}
      </summary>
      <ul className={styles.list}>
        {files.map((file) => (
          <HeldRow key={file.id} file={file} item={item} datumId={datumId} slots={slots} />
        ))}
      </ul>
    </details>
  )
}

const HeldRow = ({ file, item, datumId, slots }: Props & { readonly file: Held }) => {
  const command = useCommand(attachEvidence)
  const [slot, setSlot] = useState(file.fits ?? slots[0]?.id ?? '')
  const use = async () => {
    const body = {
      ...item,
      requirementKey: slot === '' ? null : slot,
      datumId: datumId ?? null,
      digest: file.digest,
      label: file.label,
      effectiveOn: file.effectiveOn,
      replaces: null,
      reuses: file.id,
      reason: null,
    }
    if (await command.run({ body })) notify(t('已选用'))
  }
  return (
    <li>
      <a href={`/api/evidence/${file.id}/file`} target="_blank" rel="noreferrer">
        {file.name}
      </a>
      <span className={styles.soft}>
        {t('{{leaf}}，{{day}}收到', { leaf: file.leafName, day: sayDay(file.receivedOn) })}
      </span>
      <div className={styles.acts}>
        <Select
          size="small"
          style={{ minWidth: 200 }}
          aria-label={t('{{name}}用于', { name: file.name })}
          value={slot}
          onChange={setSlot}
          options={slots.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button size="small" loading={command.pending} onClick={() => void use()}>
          {t('选用')}
        </Button>
      </div>
      {command.refusal && <Refusal refusal={command.refusal} />}
    </li>
  )
}
