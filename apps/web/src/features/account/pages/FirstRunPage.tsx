import { status } from '@quanheng/contract/account'
import { Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../account.module.css'
import { BeginReal } from '../BeginReal.tsx'
import { BeginRehearsal } from '../BeginRehearsal.tsx'
import { DoorFrame } from '../DoorFrame.tsx'

type Directory = 'rehearsal' | 'real'

/** The one choice that cannot be taken back: whether this data directory holds a real year or an invented one. */
const FirstRunPage = () => {
  const asked = useQueryRoute(status, {})
  const [directory, setDirectory] = useState<Directory>()
  if (asked.data?.state === 'ready') return <Navigate to="/login" replace />
  const choices: readonly { readonly value: Directory; readonly title: string; readonly text: string }[] = [
    {
      value: 'rehearsal',
      title: t('演练环境'),
      text: t('装入一个虚构城市的完整考评年度，各岗位账号齐备，日期可以调整，随时可以重新开始。用于试用和培训。'),
    },
    {
      value: 'real',
      title: t('正式使用'),
      text: t('建立本单位的正式数据目录。需要启动程序的终端窗口中显示的一次性启用码。'),
    },
  ]
  return (
    <DoorFrame title={t('首次启用')}>
      <Refusal refusal={asked.error} onRetry={asked.refetch} />
      <fieldset className={styles.choices}>
        <legend>{t('本数据目录用于什么？选定后不能更改；要改用另一种，须另建数据目录。')}</legend>
        {choices.map((choice) => (
          <label key={choice.value} data-chosen={choice.value === directory}>
            <input
              type="radio"
              name="directory"
              checked={choice.value === directory}
              aria-labelledby={`${choice.value}-title`}
              aria-describedby={`${choice.value}-text`}
              onChange={() => setDirectory(choice.value)}
            />
            <strong id={`${choice.value}-title`}>{choice.title}</strong>
            <span id={`${choice.value}-text`}>{choice.text}</span>
          </label>
        ))}
      </fieldset>
      {directory === 'rehearsal' && <BeginRehearsal />}
      {directory === 'real' && <BeginReal />}
    </DoorFrame>
  )
}

export default FirstRunPage
