import { type DragEvent, useId, useRef, useState } from 'react'
import type { Uploaded } from '../api/upload.ts'
import { t } from '../i18n/t.ts'
import { Icon } from '../icon/Icon.tsx'
import { SecrecyNote } from '../secrecy/SecrecyNote.tsx'
import { EvidenceSlotRow } from './EvidenceSlotRow.tsx'
import styles from './evidence.module.css'
import type { EvidenceSlot } from './evidence.ts'
import { useUploads } from './use-uploads.ts'

export interface EvidenceListProps {
  readonly slots: readonly EvidenceSlot[]
  /** Called once the file is stored; attach it with a command. Absent: read only. */
  readonly onUploaded?: (slotId: string, file: File, stored: Uploaded) => Promise<unknown> | undefined
  /** Takes a file off the list; what was signed stays in the log. */
  readonly onRemove?: (slotId: string, fileId: string) => void
  readonly onReplace?: (slotId: string, fileId: string) => void
  /** Gives a file another label; offered on those that may have one. */
  readonly onRelabel?: (fileId: string) => void
  /** e.g. `.pdf,.jpg,.png,.ofd`. */
  readonly accept?: string
}

/** 佐证清单: what is asked, what is there, what is still missing; files are dropped on a row or chosen by keyboard. */
export const EvidenceList = ({ slots, onUploaded, onRemove, onReplace, onRelabel, accept }: EvidenceListProps) => {
  const input = useRef<HTMLInputElement>(null)
  const target = useRef('')
  const [over, setOver] = useState<string>()
  const uploads = useUploads(onUploaded)
  const id = useId()
  const given = slots.filter((slot) => slot.files.length > 0).length

  const choose = (slotId: string) => {
    target.current = slotId
    input.current?.click()
  }
  const drop = (slotId: string) => (event: DragEvent) => {
    event.preventDefault()
    setOver(undefined)
    uploads.start(slotId, [...event.dataTransfer.files])
  }

  return (
    <section aria-labelledby={id} className={styles.list}>
      <h3 id={id}>{t('佐证材料 {{given}}/{{asked}}', { given, asked: slots.length })}</h3>
      <ul>
        {slots.map((slot) => (
          <li
            key={slot.id}
            data-over={over === slot.id || undefined}
            {...(onUploaded && {
              onDragOver: (event: DragEvent) => {
                event.preventDefault()
                setOver(slot.id)
              },
              onDragLeave: () => setOver(undefined),
              onDrop: drop(slot.id),
            })}
          >
            <EvidenceSlotRow
              slot={slot}
              under={uploads.of(slot.id)}
              onCancel={uploads.cancel}
              onRetry={uploads.retry}
              {...(onRemove ? { onRemove: (fileId: string) => onRemove(slot.id, fileId) } : {})}
              {...(onRelabel ? { onRelabel } : {})}
              {...(onReplace ? { onReplace: (fileId: string) => onReplace(slot.id, fileId) } : {})}
            />
            {onUploaded && (
              <button type="button" className={styles.choose} onClick={() => choose(slot.id)}>
                <Icon name="file" />
                {t('选择文件，或拖到此处')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {onUploaded && (
        <>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            accept={accept}
            onChange={(event) => {
              uploads.start(target.current, [...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
          <SecrecyNote />
        </>
      )}
    </section>
  )
}
