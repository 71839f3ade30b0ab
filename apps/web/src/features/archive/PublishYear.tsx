import { publishArchive } from '@quanheng/contract/archive'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../shared/api/hooks.ts'
import { t } from '../../shared/i18n/t.ts'
import { notify } from '../../shared/notice/notices.ts'
import { Refusal } from '../../shared/page/Refusal.tsx'
import type { Archives } from './terms.ts'

/** 公开稿 of one year: what it holds and what it does not, before it is made. */
export const PublishYear = ({ years }: Pick<Archives, 'years'>) => {
  const ready = years.filter((one) => one.ready)
  const [year, setYear] = useState(ready[0]?.year)
  const making = useCommand(publishArchive, { onDone: () => notify(t('公开稿已完成并核验')) })
  const chosen = ready.find((one) => one.year === year)
  if (chosen === undefined) return <p>{t('结果锁定后才能制作。')}</p>
  return (
    <>
      <p>
        {t(
          '公开稿只含年度方案和各单位的总分、名次、等次、各项得分，不含人员姓名、电话、评分表、草稿和佐证；任何人可用同样的办法核验它与封存的留痕相符。',
        )}
      </p>
      {chosen.open.length > 0 && (
        <p>{t('尚未最终确定：{{what}}。公开前请先确认。', { what: chosen.open.join('；') })}</p>
      )}
      <Refusal refusal={making.refusal ?? null} />
      <p>
        <Select
          aria-label={t('公开的年度')}
          value={chosen.year}
          onChange={setYear}
          options={ready.map((one) => ({ value: one.year, label: `${one.year} ${one.title}` }))}
        />{' '}
        <Button loading={making.pending} onClick={() => void making.run({ body: { year: chosen.year } })}>
          {t('制作公开稿')}
        </Button>
      </p>
    </>
  )
}
