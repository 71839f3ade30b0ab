import { attachEvidence } from '@quanheng/contract/evidence'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import type { CallInput } from '../../../shared/api/input.ts'
import { RefusedError } from '../../../shared/api/refused.ts'
import { type Uploaded, upload } from '../../../shared/api/upload.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { SecrecyNote } from '../../../shared/secrecy/SecrecyNote.tsx'
import styles from '../collection.module.css'
import { EffectiveDay } from './EffectiveDay.tsx'

type Filing = CallInput<typeof attachEvidence>['body']

interface Props {
  readonly file: { readonly id: string; readonly name: string; readonly effectiveOn: string | null }
  /** Where it stands: what is filed anew stands there too. */
  readonly place: Omit<Filing, 'digest' | 'effectiveOn' | 'replaces' | 'reason'>
  readonly onClose: () => void
}

/** 换新版本: a later version takes the place of a file, with the reason; the earlier one stays on record. */
export const ReplaceFile = ({ file, place, onClose }: Props) => {
  const input = useRef<HTMLInputElement>(null)
  const [stored, setStored] = useState<Uploaded>()
  const [share, setShare] = useState<number>()
  const [refusal, setRefusal] = useState<RefusedError>()
  const [tried, setTried] = useState(false)
  const [effectiveOn, setEffectiveOn] = useState(file.effectiveOn ?? '')
  const command = useCommand(attachEvidence)
  const send = async (chosen: File) => {
    setRefusal(undefined)
    setShare(0)
    try {
      setStored(await upload(chosen, setShare))
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      setRefusal(error)
    } finally {
      setShare(undefined)
    }
  }
  const act = async (reason: string) => {
    setTried(true)
    if (!stored) return
    const body = { ...place, digest: stored.digest, effectiveOn: effectiveOn || null, replaces: file.id, reason }
    if (!(await command.run({ body }))) return
    notify(t('已换新版本'))
    onClose()
  }
  return (
    <WeightyAct
      act={t('换新版本')}
      object={file.name}
      effects={[t('新版本代替原件作为佐证；原件和更换理由都保留，可以查阅。')]}
      reason="required"
      pending={command.pending}
      refusal={command.refusal ?? refusal}
      onAct={(reason) => void act(reason)}
      onClose={onClose}
    >
      <div className={styles.panel}>
        <div className={styles.acts}>
          <Button loading={share !== undefined} onClick={() => input.current?.click()}>
            {share === undefined ? t('选择新版本') : t('正在上传 {{percent}}%', { percent: Math.round(share * 100) })}
          </Button>
          {stored && <span>{stored.name}</span>}
          {tried && !stored && (
            <span role="alert" className={styles.fault}>
              {t('请选择新版本的文件')}
            </span>
          )}
        </div>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t('选择新版本')}
          onChange={({ target }) => {
            const [chosen] = target.files ?? []
            if (chosen) void send(chosen)
            target.value = ''
          }}
        />
        <EffectiveDay value={effectiveOn} onChange={setEffectiveOn} />
        <SecrecyNote />
      </div>
    </WeightyAct>
  )
}
