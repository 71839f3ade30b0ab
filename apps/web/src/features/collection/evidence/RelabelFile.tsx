import { type listEvidence, relabelEvidence } from '@quanheng/contract/evidence'
import type { ReplyOf } from '@quanheng/contract/route'
import { Radio } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { sayMoment } from '../../../shared/time/time.ts'
import styles from '../collection.module.css'

type File_ = ReplyOf<typeof listEvidence>['files'][number]
type Label = File_['label']

const effects: Readonly<Record<Label, () => string>> = {
  public: () => t('公开：能看到此项的人都可以打开。'),
  internal: () => t('内部资料：能看到此项的人都可以打开，不对外公开。'),
  sensitive: () => t('敏感：只由提交单位、评分和核验人员、绩效办主任、组长和监督人员打开。'),
}

/** 调整标识: what each label means for who may open the file, with the reason and what was given before. */
export const RelabelFile = ({ file, onClose }: { readonly file: File_; readonly onClose: () => void }) => {
  const command = useCommand(relabelEvidence)
  const [label, setLabel] = useState<Label | undefined>(file.labels.at(-1))
  const id = useId()
  const act = async (reason: string) => {
    if (label === undefined) return
    if (!(await command.run({ params: { evidenceId: file.id }, body: { label, reason } }))) return
    notify(t('已调整标识'))
    onClose()
  }
  return (
    <WeightyAct
      act={t('调整标识')}
      object={file.name}
      effects={[...(label === undefined ? [] : [effects[label]()]), t('文件、校验值和已有的签字都不变。')]}
      reason="required"
      pending={command.pending}
      refusal={command.refusal}
      onAct={(reason) => void act(reason)}
      onClose={onClose}
    >
      <fieldset className={styles.label} aria-labelledby={id}>
        <legend id={id}>{t('由“{{now}}”改为', { now: word('secrecyLabel', file.label) })}</legend>
        <Radio.Group value={label} onChange={(event) => setLabel(event.target.value as Label)}>
          {file.labels.map((one) => (
            <Radio key={one} value={one}>
              {word('secrecyLabel', one)}
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
      {file.relabels.length > 0 && (
        <ul className={styles.list}>
          {file.relabels.map((one) => (
            <li key={one.at}>
              {t('{{time}} {{name}}改为{{label}}：{{reason}}', {
                time: sayMoment(one.at),
                name: one.by.name,
                label: word('secrecyLabel', one.label),
                reason: one.reason,
              })}
            </li>
          ))}
        </ul>
      )}
    </WeightyAct>
  )
}
