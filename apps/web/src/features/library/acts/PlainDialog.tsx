import { discardLibraryDocument, publishLibraryDocument, repealLibraryDocument } from '@quanheng/contract/library'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import styles from '../../../shared/work/work.module.css'
import type { Shown } from '../library.ts'

export type PlainAct = 'publish' | 'discard' | 'repeal'

interface Props {
  readonly shown: Shown
  readonly act: PlainAct
  readonly onClose: () => void
}

const effectsOf = (act: PlainAct, { replacesId }: Shown): readonly string[] => {
  switch (act) {
    case 'publish':
      return [
        t('各岗位都能查阅，条文可以作为依据引用。'),
        ...(replacesId === null ? [] : [t('所替代的版本自本版本施行之日起不再有效，引用它的地方会提示。')]),
      ]
    case 'discard':
      return [t('草稿不再办理，记录保留。')]
    case 'repeal':
      return [t('自该日起不再有效，引用它的地方会提示；文件仍可查阅。')]
  }
}

/** 发布、作废、登记废止. */
const PlainDialog = ({ shown, act, onClose }: Props) => {
  const [from, setFrom] = useState(shown.today)
  const options = { onDone: onClose }
  const publish = useCommand(publishLibraryDocument, options)
  const discard = useCommand(discardLibraryDocument, options)
  const repeal = useCommand(repealLibraryDocument, options)
  const all = [publish, discard, repeal]
  const id = useId()
  const params = { libraryDocumentId: shown.id }
  const { version } = shown
  const run = (reason: string) => {
    switch (act) {
      case 'publish':
        return publish.run({ params, body: { version } })
      case 'discard':
        return discard.run({ params, body: { version, reason } })
      case 'repeal':
        return repeal.run({ params, body: { version, from, reason } })
    }
  }
  const about = [
    shown.documentNumber || t('无文号'),
    t('施行日期 {{day}}', { day: shown.effectiveOn ?? t('未填') }),
    t('有效期至 {{day}}', { day: shown.lastOn ?? t('未规定') }),
    t('条文{{count}}条，原件{{files}}个', { count: shown.clauses.length, files: shown.files.length }),
  ]
  return (
    <WeightyAct
      act={word('libraryCommand', act)}
      object={shown.title}
      effects={effectsOf(act, shown)}
      {...(act === 'publish' ? { irreversible: [t('发布后只能更正录入错误，内容修订须录入新版本。')] } : {})}
      {...(act !== 'publish' && { reason: 'required' as const })}
      pending={all.some((one) => one.pending)}
      refusal={all.find((one) => one.refusal)?.refusal}
      onClose={onClose}
      onAct={(reason) => void run(reason)}
    >
      <p>{about.join('；')}</p>
      {act === 'repeal' && (
        <div className={styles.form}>
          <label htmlFor={id}>{t('自何日起废止')}</label>
          <Input id={id} type="date" value={from} onChange={({ target }) => setFrom(target.value)} />
        </div>
      )}
    </WeightyAct>
  )
}

export default PlainDialog
