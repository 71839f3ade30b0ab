import { Digest } from '../digest/Digest.tsx'
import { t } from '../i18n/t.ts'
import { Icon } from '../icon/Icon.tsx'
import { StateTag } from '../state/StateTag.tsx'
import { sayDay, sayMoment } from '../time/time.ts'
import styles from './evidence.module.css'
import type { EvidenceSlot } from './evidence.ts'
import { saySize } from './say-size.ts'
import type { UnderWay } from './use-uploads.ts'

interface Props {
  readonly slot: EvidenceSlot
  readonly under: readonly UnderWay[]
  readonly onCancel: (id: string) => void
  readonly onRetry: (id: string) => void
  readonly onRemove?: (fileId: string) => void
  /** Another version takes the place of the file. */
  readonly onReplace?: (fileId: string) => void
  /** Another label, of those files that may have one from this person. */
  readonly onRelabel?: (fileId: string) => void
}

const look = (slot: EvidenceSlot) => {
  if (slot.files.length > 0) return { word: t('已提供'), tone: 'done' as const }
  return slot.required ? { word: t('缺'), tone: 'heed' as const } : { word: t('选交'), tone: 'waiting' as const }
}

/** One line of the checklist with its files and those on their way. */
export const EvidenceSlotRow = ({ slot, under, onCancel, onRetry, onRemove, onReplace, onRelabel }: Props) => (
  <div className={styles.slot}>
    <p className={styles.slotHead}>
      <strong>{slot.name}</strong>
      <StateTag {...look(slot)} />
    </p>
    {slot.files.map((file) => (
      <p key={file.id} className={styles.file}>
        {file.href ? (
          <a href={file.href} target="_blank" rel="noreferrer">
            {file.name}
          </a>
        ) : (
          <span>{file.name}</span>
        )}
        <span>{saySize(file.size)}</span>
        {file.by && <span>{file.by}</span>}
        {file.at && <time dateTime={file.at}>{t('收到 {{time}}', { time: sayMoment(file.at) })}</time>}
        {file.effectiveOn && <span>{t('生效 {{day}}', { day: sayDay(file.effectiveOn) })}</span>}
        {file.earlier !== undefined && <span>{t('第 {{number}} 版', { number: file.earlier + 1 })}</span>}
        {file.label && <StateTag {...file.label} />}
        {file.notes?.map((note) => (
          <StateTag key={note.word} {...note} />
        ))}
        <Digest value={file.digest} />
        {onRelabel && file.mayRelabel && (
          <button type="button" onClick={() => onRelabel(file.id)}>
            {t('调整标识')}
          </button>
        )}
        {onReplace && (
          <button type="button" onClick={() => onReplace(file.id)}>
            {t('换新版本')}
          </button>
        )}
        {onRemove && (
          <button type="button" aria-label={t('移除 {{name}}', { name: file.name })} onClick={() => onRemove(file.id)}>
            <Icon name="remove" />
          </button>
        )}
      </p>
    ))}
    {under.map((one) => (
      <div key={one.id} className={styles.under}>
        <span>{one.file.name}</span>
        {one.refusal ? (
          <span role="alert" className={styles.refusal}>
            {one.refusal.message}
            {(one.mendable || one.refusal.mayPass) && (
              <button type="button" onClick={() => onRetry(one.id)}>
                {one.mendable ? t('改好后重新提交') : t('重试')}
              </button>
            )}
          </span>
        ) : (
          <progress value={one.share} max={1} aria-label={t('正在上传 {{name}}', { name: one.file.name })} />
        )}
        <button
          type="button"
          aria-label={t('取消上传 {{name}}', { name: one.file.name })}
          onClick={() => onCancel(one.id)}
        >
          <Icon name="close" size={14} />
        </button>
      </div>
    ))}
  </div>
)
