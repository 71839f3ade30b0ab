import { attachEvidence, listEvidence, withdrawEvidence } from '@quanheng/contract/evidence'
import type { ReplyOf } from '@quanheng/contract/route'
import { useQueryClient } from '@tanstack/react-query'
import { Radio } from 'antd'
import { useState } from 'react'
import { call } from '../../../shared/api/client.ts'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import type { Uploaded } from '../../../shared/api/upload.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { EvidenceList } from '../../../shared/evidence/EvidenceList.tsx'
import type { EvidenceSlot } from '../../../shared/evidence/evidence.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import type { StateTagProps } from '../../../shared/state/StateTag.tsx'
import { sayDay } from '../../../shared/time/time.ts'
import styles from '../collection.module.css'
import { EffectiveDay } from './EffectiveDay.tsx'
import { HeldFiles } from './HeldFiles.tsx'
import { RelabelFile } from './RelabelFile.tsx'
import { ReplaceFile } from './ReplaceFile.tsx'

type Reply = ReplyOf<typeof listEvidence>
type File_ = Reply['files'][number]
type Label = File_['label']

interface Props {
  readonly item: { readonly planId: string; readonly leafKey: string; readonly unitId: string }
  readonly title?: string | undefined
  /** Files sent here are cited by the next report of this datum. */
  readonly datumId?: string
}

const beyond = ''
const labels: readonly Label[] = ['public', 'internal', 'sensitive']

/** How many versions a file took the place of, one after the other. */
const earlierOf = (files: readonly File_[], file: File_): number => {
  const before = files.find((one) => one.id === file.replaces)
  return before ? earlierOf(files, before) + 1 : 0
}

const scanTones = { received: 'waiting', clean: 'done', infected: 'stop', unscanned: 'waiting' } as const

const labelTones = { public: 'done', internal: 'waiting', sensitive: 'heed' } as const

const notesOf = ({ scan, dates, alike, reuses, opens }: File_): readonly StateTagProps[] => [
  ...(opens ? [] : [{ word: t('仅限办理人员打开'), tone: 'waiting' as const }]),
  ...(dates.effective === 'after' ? [{ word: t('生效在截止日后'), tone: 'heed' as const }] : []),
  ...(dates.received === 'after' ? [{ word: t('期限后收到'), tone: 'heed' as const }] : []),
  ...(alike ? [{ word: t('有雷同，待核实'), tone: 'heed' as const }] : []),
  ...(reuses === null ? [] : [{ word: t('选用已有材料'), tone: 'done' as const }]),
  { word: word('scanState', scan), tone: scanTones[scan] },
]

const slotsOf = ({ list, files, mayAttach }: Reply): readonly EvidenceSlot[] => {
  const given = files.filter((file) => file.withdrawal === null)
  const inSlot = (key: string | null) =>
    given
      .filter((file) => file.requirementKey === key)
      .map((file) => ({
        id: file.id,
        name: file.name,
        digest: file.digest,
        size: file.size,
        by: `${file.by.unitName} ${file.by.name}`,
        at: file.at,
        label: { word: word('secrecyLabel', file.label), tone: labelTones[file.label] },
        mayRelabel: file.labels.length > 0,
        ...(file.scan !== 'infected' && file.opens && { href: `/api/evidence/${file.id}/file` }),
        notes: notesOf(file),
        ...(file.effectiveOn !== null && { effectiveOn: file.effectiveOn }),
        ...(file.replaces !== null && { earlier: earlierOf(files, file) }),
      }))
  const extra = inSlot(null)
  return [
    ...list.map((entry) => ({ id: entry.key, name: entry.name, required: entry.required, files: inSlot(entry.key) })),
    ...(mayAttach || extra.length > 0
      ? [{ id: beyond, name: t('清单以外的材料'), required: false, files: extra }]
      : []),
  ]
}

/** 台账目录清单 of one item: drop a file on its entry; take one back with a reason. */
export const EvidencePanel = ({ item, title, datumId }: Props) => {
  const asked = useQueryRoute(listEvidence, { query: item })
  const queries = useQueryClient()
  const [label, setLabel] = useState<Label>('internal')
  const [effectiveOn, setEffectiveOn] = useState('')
  const [leaving, setLeaving] = useState<File_>()
  const [replacing, setReplacing] = useState<File_>()
  const [relabelling, setRelabelling] = useState<File_>()
  if (asked.error) return <Refusal refusal={asked.error} onRetry={asked.refetch} />
  if (!asked.data) return null
  const { files, mayAttach, cutoff, due } = asked.data
  const slots = slotsOf(asked.data)
  if (slots.length === 0) return null
  const attach = async (slotId: string, _file: File, { digest }: Uploaded) => {
    const body = {
      ...item,
      requirementKey: slotId === beyond ? null : slotId,
      datumId: datumId ?? null,
      digest,
      label,
      effectiveOn: effectiveOn || null,
      replaces: null,
      reason: null,
    }
    await call(attachEvidence, { body })
    await queries.invalidateQueries()
  }
  const ofMine = (id: string) => files.find((file) => file.id === id && file.mayWithdraw)
  const gone = files.filter((file) => file.withdrawal !== null)
  return (
    <section className={styles.panel}>
      {title && <h3>{title}</h3>}
      {cutoff && due && (
        <p className={styles.soft}>
          {t('数据截止日 {{cutoff}}，报送期限 {{due}}：材料的生效、收到日期与之对照。', {
            cutoff: sayDay(cutoff),
            due: sayDay(due),
          })}
        </p>
      )}
      {mayAttach && (
        <div className={styles.fields}>
          <fieldset className={styles.label}>
            <legend>{t('上传材料的标识')}</legend>
            <Radio.Group value={label} onChange={(event) => setLabel(event.target.value as Label)}>
              {labels.map((one) => (
                <Radio key={one} value={one}>
                  {word('secrecyLabel', one)}
                </Radio>
              ))}
            </Radio.Group>
          </fieldset>
          <EffectiveDay value={effectiveOn} onChange={setEffectiveOn} />
        </div>
      )}
      <EvidenceList
        slots={slots}
        onRelabel={(id) => setRelabelling(files.find((file) => file.id === id))}
        {...(mayAttach && {
          onUploaded: attach,
          onRemove: (_slot: string, id: string) => setLeaving(ofMine(id)),
          onReplace: (_slot: string, id: string) => setReplacing(ofMine(id)),
        })}
      />
      {mayAttach && <HeldFiles item={item} datumId={datumId} slots={slots} />}
      {gone.length > 0 && (
        <details>
          <summary>{t('已撤回 {{count}} 件', { count: gone.length })}</summary>
          <ul className={styles.list}>
            {gone.map((file) => (
              <li key={file.id}>
                {file.opens ? (
                  <a href={`/api/evidence/${file.id}/file`} target="_blank" rel="noreferrer">
                    {file.name}
                  </a>
                ) : (
                  file.name
                )}
                ：{file.withdrawal?.reason}（{file.withdrawal?.by.name}）
              </li>
            ))}
          </ul>
        </details>
      )}
      {replacing && (
        <ReplaceFile
          file={replacing}
          place={{
            ...item,
            requirementKey: replacing.requirementKey,
            datumId: replacing.datumId,
            label: replacing.label,
          }}
          onClose={() => setReplacing(undefined)}
        />
      )}
      {relabelling && <RelabelFile file={relabelling} onClose={() => setRelabelling(undefined)} />}
      {leaving && <Withdraw file={leaving} onClose={() => setLeaving(undefined)} />}
    </section>
  )
}

const Withdraw = ({ file, onClose }: { readonly file: File_; readonly onClose: () => void }) => {
  const command = useCommand(withdrawEvidence)
  const act = async (reason: string) => {
    if (!(await command.run({ params: { evidenceId: file.id }, body: { reason } }))) return
    notify(t('已撤回'))
    onClose()
  }
  return (
    <WeightyAct
      act={t('撤回')}
      object={file.name}
      effects={[t('材料不再作为佐证；文件和上传、撤回的记录都保留。')]}
      reason="required"
      pending={command.pending}
      refusal={command.refusal}
      onAct={(reason) => void act(reason)}
      onClose={onClose}
    >
      <p className={styles.mono}>{file.digest}</p>
    </WeightyAct>
  )
}
